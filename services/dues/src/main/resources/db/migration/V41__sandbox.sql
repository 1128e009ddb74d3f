-- What the provider of the sandbox knows; nothing else reads it. Empty where a real provider is asked.
create table sandbox_trade (
    number     varchar(32)  character set ascii collate ascii_bin not null,
    code       char(32)     character set ascii collate ascii_bin not null,
    merchant   varchar(32)  character set ascii collate ascii_bin not null,
    fen        bigint       not null,
    state      varchar(16)  character set ascii collate ascii_bin not null,
    trade      varchar(64)  character set ascii collate ascii_bin null,
    notify_url varchar(300) not null,
    expires_at datetime(6)  not null,
    paid_at    datetime(6)  null,
    primary key (number),
    unique key sandbox_trade_code (code),
    key sandbox_trade_paid (paid_at)
);

create table sandbox_refund (
    number  varchar(40)  character set ascii collate ascii_bin not null,
    trade   varchar(64)  character set ascii collate ascii_bin not null,
    ordered varchar(32)  character set ascii collate ascii_bin not null,
    fen     bigint       not null,
    state   varchar(16)  character set ascii collate ascii_bin not null,
    done_at datetime(6)  null,
    primary key (number),
    key sandbox_refund_done (done_at)
);

-- How it behaves at the next call about this amount
create table sandbox_mood (
    fen  bigint      not null,
    mood varchar(32) character set ascii collate ascii_bin not null,
    primary key (fen)
);
