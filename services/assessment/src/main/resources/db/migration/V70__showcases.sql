-- Model branches (示范点): who has named which unit for a year, and by which document it was taken back; a row is never removed.
-- county_id: in which county the unit stood that day, for the limit; the unit that has named it, if in none
create table showcase (
    id                  bigint       not null auto_increment,
    unit_id             bigint       not null,
    owner_id            bigint       not null,
    county_id           bigint       not null,
    year                smallint     not null,
    grading_id          bigint       not null,
    graded_year         smallint     not null,
    document            varchar(100) not null,
    reason              varchar(900) not null,
    evidence            varchar(900) null,
    named_on            date         not null,
    subject             varchar(64)  character set ascii collate ascii_bin not null,
    at                  datetime(6)  not null,
    withdrawn_on        date         null,
    withdrawal_document varchar(100) null,
    withdrawal_reason   varchar(900) null,
    withdrawn_by        varchar(64)  character set ascii collate ascii_bin null,
    withdrawn_at        datetime(6)  null,
    version             bigint       not null,
    primary key (id),
    key showcase_unit (unit_id),
    key showcase_owner (owner_id, year, county_id)
);
