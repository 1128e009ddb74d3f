-- Who holds which post (谁在哪个岗位), as heard from identity; version is that of the event that told it last.
-- roster_unit: has this unit anybody who can receive something?
create table roster (
    post    bigint      not null,
    unit    bigint      not null,
    account bigint      not null,
    duty    varchar(64) not null,
    active  boolean     not null,
    version bigint      not null,
    primary key (post),
    key roster_unit (unit, active)
);

-- What is sent to many units: one row per dispatch.
create table message (
    dispatch bigint       not null,
    number   varchar(64)  not null,
    title    varchar(500) not null,
    issuer   bigint       not null,
    deadline datetime(6)  not null,
    chunks   int          not null,
    primary key (dispatch)
);

-- The chunks of addresses heard so far: the ledger of a dispatch is complete when all are here.
create table message_chunk (
    dispatch bigint not null,
    chunk    int    not null,
    primary key (dispatch, chunk)
);

-- One row per dispatch and unit: the receipt, and the unit's inbox (收件箱).
-- position: the place in the feed, given once when the row leaves PENDING; dense, in the order of commits.
-- primary key: the ledger of a dispatch, "is this unit addressed", no unit twice
-- inbox_item_position: the feed after a position, and all that is still pending (position is null)
-- inbox_item_unit: the inbox of a unit, newest first, and what is pending for a unit
create table inbox_item (
    dispatch   bigint      not null,
    unit       bigint      not null,
    assignment bigint      not null,
    state      varchar(10) character set ascii collate ascii_bin not null,
    reason     varchar(40) character set ascii collate ascii_bin null,
    position   bigint      null,
    settled_at datetime(6) null,
    read_at    datetime(6) null,
    primary key (dispatch, unit),
    unique key inbox_item_position (position),
    key inbox_item_unit (unit, position)
);

-- The last position given. Whoever gives positions holds the row until he commits: the order of positions is the order
-- of commits, and who has seen one has seen all before it.
create table feed (
    id       tinyint not null,
    position bigint  not null,
    primary key (id)
);
insert into feed (id, position) values (1, 0);
