-- 现场观摩: what was seen at an object of a campaign, and whose people were there; rows are added, one that was wrong is withdrawn
create table observation (
    id           bigint        not null auto_increment,
    appraised_id bigint        not null,
    day          date          not null,
    place        varchar(200)  not null,
    words        varchar(4000) not null,
    subject      varchar(64)   character set ascii collate ascii_bin not null,
    at           datetime(6)   not null,
    withdrawn_at datetime(6)   null,
    withdrawn_by varchar(64)   character set ascii collate ascii_bin null,
    reason       varchar(900)  null,
    primary key (id),
    key observation_appraised (appraised_id)
);

create table observer (
    observation_id bigint not null,
    unit_id        bigint not null,
    primary key (observation_id, unit_id)
);
