-- What a unit contests (申诉); where it stands is in case_file. indicator_id 0: the sum
create table appeal (
    id           bigint       not null,
    unit_id      bigint       not null,
    year         smallint     not null,
    part_on      date         not null,
    day          date         not null,
    scheme_id    bigint       not null,
    indicator_id bigint       not null,
    points       int          null,
    words        varchar(900) not null,
    primary key (id),
    key appeal_unit (unit_id, year, part_on, indicator_id)
);

create table appeal_fact (
    appeal_id bigint      not null,
    measure   varchar(48) character set ascii collate ascii_bin not null,
    thing     varchar(80) character set ascii collate ascii_bin not null,
    primary key (appeal_id, measure, thing)
);

-- What an upheld appeal makes of a score: of an open year its fact says so, too; of a frozen one it stands beside it.
-- base_points and base_total are what it was, with the corrections before it
create table correction (
    appeal_id    bigint       not null,
    unit_id      bigint       not null,
    year         smallint     not null,
    part_on      date         not null,
    indicator_id bigint       not null,
    frozen       boolean      not null,
    numerator    bigint       not null,
    denominator  bigint       not null,
    base_points  int          null,
    points       int          null,
    base_total   int          null,
    total        int          null,
    document     varchar(100) not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (appeal_id),
    key correction_unit (unit_id, year, part_on, frozen)
);
