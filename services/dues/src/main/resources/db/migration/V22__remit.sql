-- What became of money that was sent and did not arrive: it came later (FOUND), or is given up once the receiver approves (LOST)
create table difference (
    id               bigint       not null auto_increment,
    remittance_id    bigint       not null,
    kind             varchar(8)   character set ascii collate ascii_bin not null,
    state            varchar(8)   character set ascii collate ascii_bin not null,
    fen              bigint       not null,
    day              date         not null,
    document         varchar(100) not null,
    note             varchar(300) not null,
    subject          varchar(64)  character set ascii collate ascii_bin not null,
    at               datetime(6)  not null,
    decided_subject  varchar(64)  character set ascii collate ascii_bin null,
    decided_at       datetime(6)  null,
    decided_document varchar(100) null,
    version          bigint       not null,
    primary key (id),
    key difference_remittance (remittance_id, state),
    constraint difference_positive check (fen > 0)
);

-- 提醒: a superior has reminded a unit of what it should have passed on
create table remittance_reminder (
    id          bigint        not null auto_increment,
    unit_id     bigint        not null,
    by_id       bigint        not null,
    overdue_fen bigint        not null,
    since       date          not null,
    text        varchar(1000) not null,
    subject     varchar(64)   character set ascii collate ascii_bin not null,
    at          datetime(6)   not null,
    primary key (id),
    key remittance_reminder_unit (unit_id, id)
);
