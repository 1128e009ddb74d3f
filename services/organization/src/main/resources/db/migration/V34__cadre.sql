-- Reserve cadres of villages (后备干部); the state follows from the days
create table reserve_cadre (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    name         varchar(100) not null,
    account_id   bigint       null,
    mentor       varchar(100) not null,
    nominated_on date         not null,
    listed_on    date         null,
    left_on      date         null,
    reason       varchar(200) null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    version      bigint       not null,
    primary key (id),
    key reserve_cadre_unit (unit_id, id)
);

create table reserve_tag (
    cadre_id bigint      not null,
    tag      varchar(32) character set ascii collate ascii_bin not null,
    primary key (cadre_id, tag)
);

-- Rows are added, never changed
create table reserve_training (
    id       bigint       not null auto_increment,
    cadre_id bigint       not null,
    held_on  date         not null,
    topic    varchar(200) not null,
    hours    smallint     not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    key reserve_training_cadre (cadre_id, id)
);

-- Secretaries who were replaced, and why (一大三低); rows are added, never changed
create table secretary_adjustment (
    id          bigint       not null auto_increment,
    unit_id     bigint       not null,
    name        varchar(100) not null,
    adjusted_on date         not null,
    successor   varchar(100) null,
    document    varchar(100) not null,
    subject     varchar(64)  character set ascii collate ascii_bin not null,
    at          datetime(6)  not null,
    primary key (id),
    key secretary_adjustment_unit (unit_id, id)
);

create table adjustment_tag (
    adjustment_id bigint      not null,
    tag           varchar(32) character set ascii collate ascii_bin not null,
    primary key (adjustment_id, tag)
);

-- Tags that a province or county has added for its subtree to those of rules/catalogue.csv; rows are added, never changed
create table cadre_tag (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    list     varchar(32)  character set ascii collate ascii_bin not null,
    tag      varchar(32)  character set ascii collate ascii_bin not null,
    term     varchar(50)  not null,
    document varchar(100) not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    unique key cadre_tag_once (unit_id, list, tag)
);
