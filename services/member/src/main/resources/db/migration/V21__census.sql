-- Yearly censuses (大排查): for which subtree, and of whose members of which day
create table census (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    year       smallint     not null,
    counted_on date         not null,
    deadline   date         not null,
    document   varchar(100) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    opened_at  datetime(6)  not null,
    closed_at  datetime(6)  null,
    primary key (id),
    unique key census_year (year, unit_id)
);

-- Of whom it asks, by the unit to which he belonged on that day, and what was answered
create table census_member (
    census_id bigint       not null,
    member_id bigint       not null,
    unit_id   bigint       not null,
    result    varchar(16)  character set ascii collate ascii_bin null,
    note      varchar(200) null,
    subject   varchar(64)  character set ascii collate ascii_bin null,
    at        datetime(6)  null,
    primary key (census_id, member_id),
    key census_member_unit (census_id, unit_id, result)
);

-- Units that have closed; reopened_at: one that was opened again, and closes with another row
create table census_closing (
    id               bigint       not null auto_increment,
    census_id        bigint       not null,
    unit_id          bigint       not null,
    closed_subject   varchar(64)  character set ascii collate ascii_bin not null,
    closed_at        datetime(6)  not null,
    reopened_subject varchar(64)  character set ascii collate ascii_bin null,
    reopened_at      datetime(6)  null,
    reason           varchar(200) null,
    primary key (id),
    key census_closing_unit (census_id, unit_id)
);
