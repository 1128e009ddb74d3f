create table seen (
    id             bigint       not null auto_increment primary key,
    unit           bigint       not null,
    version_before bigint       null,
    version_after  bigint       not null,
    row_version    bigint       null,
    key seen_unit (unit, id)
);
