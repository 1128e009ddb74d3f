-- 台账: a question that a unit asks again and again; the answer is read from the figures each time and stored nowhere
create table ledger (
    id      bigint       not null auto_increment,
    -- whose it is: this one alone changes it
    unit_id bigint       not null,
    name    varchar(100) not null,
    -- each unit of this tier is a row
    tier    varchar(16)  character set ascii collate ascii_bin not null,
    -- whether units below may open it on their own part of the tree
    shared  tinyint      not null,
    -- who made it, and when
    subject varchar(64)  character set ascii collate ascii_bin not null,
    at      datetime(6)  not null,
    version bigint       not null,
    primary key (id),
    -- those of a unit, the newest first
    key ledger_unit (unit_id, id)
);

-- The columns of a ledger, in their order
create table ledger_measure (
    ledger_id bigint      not null,
    place     tinyint     not null,
    measure   varchar(40) character set ascii collate ascii_bin not null,
    primary key (ledger_id, place)
);
