-- How many may be admitted in a unit and below it in a year (发展党员计划); rows are added, never changed: the newest of a
-- unit and year counts. set_by: the unit that has set it
create table development_quota (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    year     smallint     not null,
    number   int          not null,
    document varchar(100) not null,
    set_by   bigint       not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    key development_quota_unit (unit_id, year, id)
);
