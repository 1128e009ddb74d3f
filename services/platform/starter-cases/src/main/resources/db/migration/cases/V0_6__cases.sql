-- Cases (案卷): files that people take from step to step. What a room says of its cases beside that stands in tables of
-- its own, by the same id. due_on: by when the state is to end; 9999-12-31 where nothing is due.
create table case_file (
    id            bigint      not null auto_increment,
    kind          varchar(32) character set ascii collate ascii_bin not null,
    unit_id       bigint      not null,
    other_unit_id bigint      null,
    state         varchar(32) character set ascii collate ascii_bin not null,
    round         smallint    not null,
    due_on        date        not null,
    opened_at     datetime(6) not null,
    closed_at     datetime(6) null,
    version       bigint      not null,
    primary key (kind, id),
    key case_file_id (id),
    key case_file_unit (unit_id, kind),
    key case_file_other (other_unit_id, kind),
    key case_file_open (closed_at, due_on, kind, id)
);

-- The journal: rows are added, never changed. state: the one that followed; unit_id: from where it was taken
create table case_step (
    id       bigint        not null auto_increment,
    kind     varchar(32)   character set ascii collate ascii_bin not null,
    case_id  bigint        not null,
    step     varchar(32)   character set ascii collate ascii_bin not null,
    state    varchar(32)   character set ascii collate ascii_bin not null,
    round    smallint      not null,
    day      date          not null,
    document varchar(200)  null,
    note     varchar(1000) null,
    unit_id  bigint        null,
    subject  varchar(64)   character set ascii collate ascii_bin not null,
    at       datetime(6)   not null,
    primary key (id),
    key case_step_case (kind, case_id, id)
);
