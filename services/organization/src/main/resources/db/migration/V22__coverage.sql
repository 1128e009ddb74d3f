-- Which rate of coverage a subtree is to reach in a year; rows are added, never changed, and the last one holds
create table coverage_target (
    id       bigint        not null auto_increment,
    unit_id  bigint        not null,
    year     smallint      not null,
    type     varchar(32)   character set ascii collate ascii_bin not null,
    percent  decimal(5, 2) not null,
    document varchar(100)  not null,
    subject  varchar(64)   character set ascii collate ascii_bin not null,
    at       datetime(6)   not null,
    primary key (id),
    key coverage_target_year (year, unit_id)
);
