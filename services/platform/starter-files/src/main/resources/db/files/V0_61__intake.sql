-- What a service needs that takes files of rows, if it has no scripts of its own for these tables. organization has them
-- from scripts that were there before.

-- Files of rows that clerks send (批量导入). Whoever sent one is remembered whole: its rows are judged by what that post may
-- do and see when they are applied. Document, day and reason count for all rows of a file that decides something.
create table intake (
    id           bigint       not null auto_increment,
    what         varchar(16)  character set ascii collate ascii_bin not null,
    unit_id      bigint       not null,
    account      bigint       not null,
    post         bigint       not null,
    duty         varchar(64)  not null,
    document     varchar(100) null,
    effective_on date         null,
    reason       varchar(500) null,
    upload_id    bigint       null,
    format       varchar(8)   character set ascii collate ascii_bin not null,
    state        varchar(16)  character set ascii collate ascii_bin not null,
    rows_read    int          not null,
    applied      int          not null default 0,
    rejected     int          not null default 0,
    problem      varchar(64)  character set ascii collate ascii_bin null,
    value        varchar(1000) null,
    received_at  datetime(6)  not null,
    finished_at  datetime(6)  null,
    lease        char(36)     character set ascii collate ascii_bin null,
    leased_until datetime(6)  null,
    primary key (id),
    key intake_state (state, leased_until),
    key intake_unit (unit_id, id),
    key intake_finished (finished_at)
);

-- Their rows: outcome is null while a row waits, then APPLIED (and soon deleted) or REJECTED
create table intake_row (
    intake_id bigint        not null,
    line      int           not null,
    cells     text          not null,
    outcome   varchar(16)   character set ascii collate ascii_bin null,
    field     varchar(32)   character set ascii collate ascii_bin null,
    problem   varchar(64)   character set ascii collate ascii_bin null,
    value     varchar(1000) null,
    primary key (intake_id, line),
    key intake_row_outcome (intake_id, outcome, line)
);
