-- An import of divisions: uploaded in pieces, applied in the background
create table division_import (
    id            bigint       not null auto_increment,
    province_code char(2)      character set ascii collate ascii_bin not null,
    province_name varchar(100) not null,
    state         varchar(16)  character set ascii collate ascii_bin not null,
    subject       varchar(64)  character set ascii collate ascii_bin not null,
    opened_at     datetime(6)  not null,
    queued_at     datetime(6)  null,
    finished_at   datetime(6)  null,
    lease         char(36)     character set ascii collate ascii_bin null,
    leased_until  datetime(6)  null,
    primary key (id),
    key division_import_state (state, leased_until)
);

-- file_no: 1 cities, 2 areas, 3 streets, 4 villages. rows_read is null until the file was read, applied until its
-- units are in the tree.
create table import_file (
    import_id   bigint  not null,
    file_no     tinyint not null,
    length      bigint  not null default 0,
    complete    boolean not null default false,
    rows_read   int     null,
    established int     not null default 0,
    changed     int     not null default 0,
    unchanged   int     not null default 0,
    rejected    int     not null default 0,
    applied     boolean not null default false,
    primary key (import_id, file_no)
);

create table import_chunk (
    import_id bigint     not null,
    file_no   tinyint    not null,
    start     bigint     not null,
    bytes     mediumblob not null,
    primary key (import_id, file_no, start)
);

-- Rows that make sense by themselves, until their tier is applied
create table import_row (
    import_id   bigint       not null,
    file_no     tinyint      not null,
    line        int          not null,
    code        varchar(32)  character set ascii collate ascii_bin not null,
    parent_code varchar(32)  character set ascii collate ascii_bin not null,
    name        varchar(200) not null,
    kind        varchar(40)  character set ascii collate ascii_bin not null,
    domain      varchar(16)  character set ascii collate ascii_bin not null,
    outcome     varchar(32)  character set ascii collate ascii_bin null,
    unit_id     bigint       null,
    primary key (import_id, file_no, line),
    key import_row_code (import_id, file_no, code),
    key import_row_unit (import_id, file_no, unit_id)
);

create table import_rejection (
    import_id bigint       not null,
    file_no   tinyint      not null,
    line      int          not null,
    code      varchar(64)  null,
    reason    varchar(32)  character set ascii collate ascii_bin not null,
    value     varchar(200) null,
    primary key (import_id, file_no, line)
);
