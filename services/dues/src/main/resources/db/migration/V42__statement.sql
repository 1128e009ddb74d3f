-- A list of what has moved (对账单): of the provider one a day, of a bank one a file
create table statement (
    id         bigint      not null auto_increment,
    source     varchar(16) character set ascii collate ascii_bin not null,
    name       varchar(40) character set ascii collate ascii_bin not null,
    day        date        null,
    unit_id    bigint      not null,
    subject    varchar(64) character set ascii collate ascii_bin not null,
    at         datetime(6) not null,
    primary key (id),
    unique key statement_name (source, name)
);

-- Its lines; rows are added, never changed. unit_id is in whose books it should be.
create table statement_line (
    id           bigint       not null auto_increment,
    statement_id bigint       not null,
    source       varchar(16)  character set ascii collate ascii_bin not null,
    kind         varchar(16)  character set ascii collate ascii_bin not null,
    day          date         not null,
    unit_id      bigint       not null,
    reference    varchar(64)  character set utf8mb4 collate utf8mb4_bin not null,
    -- of the provider: our number of the order
    ordered      varchar(32)  character set ascii collate ascii_bin null,
    fen          bigint       not null,
    at           datetime(6)  null,
    payer        varchar(100) null,
    member_id    bigint       null,
    -- who sent the list: of the provider 0
    sender_id    bigint       not null,
    primary key (id),
    unique key statement_line_once (source, sender_id, kind, reference),
    key statement_line_day (source, day, unit_id),
    key statement_line_ordered (ordered, kind),
    constraint statement_line_statement foreign key (statement_id) references statement (id),
    constraint statement_line_positive check (fen > 0)
);

-- Days whose list is to be fetched of the provider
create table statement_due (
    day     date        not null,
    subject varchar(64) character set ascii collate ascii_bin not null,
    asks    int         not null,
    next_ask_at datetime(6) not null,
    problem varchar(64) character set ascii collate ascii_bin null,
    primary key (day),
    key statement_due_ask (next_ask_at)
);
