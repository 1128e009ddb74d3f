alter table unit_until
    add column version bigint not null default 1;

-- 延期: which day a planned last day was before, which document moved it to which, and why
create table unit_prolongation (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    until_from date         not null,
    until_to   date         not null,
    document   varchar(100) not null,
    reason     varchar(500) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key unit_prolongation_unit (unit_id, id)
);
