-- audit trail (审计): who read personal data or changed authority, and when; never a value. Each row's mac covers all its
-- columns and the mac of the row before it, so that the rows of a chain are one line
create table audit_entry (
    chain    int          not null,
    seq      bigint       not null,
    at       datetime(6)  not null,
    service  varchar(32)  character set ascii collate ascii_bin not null,
    source   varchar(36)  character set ascii collate ascii_bin null,
    kind     varchar(16)  character set ascii collate ascii_bin not null,
    act      varchar(40)  character set ascii collate ascii_bin not null,
    account  bigint       null,
    post     bigint       null,
    mandate  bigint       null,
    thing    varchar(32)  character set ascii collate ascii_bin not null,
    thing_id varchar(64)  character set ascii collate ascii_bin not null,
    purpose  varchar(200) not null,
    key_name varchar(16)  character set ascii collate ascii_bin not null,
    mac      char(64)     character set ascii collate ascii_bin not null,
    primary key (chain, seq),
    unique key audit_source (service, source),
    key audit_account (account, at),
    key audit_thing (thing, thing_id, at)
);

-- the newest row of each chain, under a mac of its own; chain -1 is that of the seals
create table audit_chain (
    chain    int         not null,
    seq      bigint      not null,
    mac      char(64)    character set ascii collate ascii_bin not null,
    key_name varchar(16) character set ascii collate ascii_bin not null,
    seal     char(64)    character set ascii collate ascii_bin not null,
    primary key (chain)
);

-- seals: the heads of all chains once a minute, in a chain of their own, and told to the house
create table audit_seal (
    seal     bigint        not null,
    at       datetime(6)   not null,
    heads    varchar(2000) character set ascii collate ascii_bin not null,
    key_name varchar(16)   character set ascii collate ascii_bin not null,
    mac      char(64)      character set ascii collate ascii_bin not null,
    primary key (seal)
);
