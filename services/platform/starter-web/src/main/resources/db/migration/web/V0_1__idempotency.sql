-- Idempotency-Key: who claimed which key, and what was answered
create table idempotency (
    caller      varchar(64)  character set ascii collate ascii_bin not null,
    idem_key    varchar(64)  character set ascii collate ascii_bin not null,
    fingerprint char(64)     character set ascii collate ascii_bin not null,
    claim       char(36)     character set ascii collate ascii_bin not null,
    claimed_at  datetime(6)  not null,
    status      smallint     null,
    headers     varchar(4000) null,
    body        mediumblob   null,
    primary key (caller, idem_key),
    key idempotency_age (claimed_at)
);
