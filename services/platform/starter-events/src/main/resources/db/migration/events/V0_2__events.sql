-- Announcements: written in the transaction of their cause, sent by the relay, kept for a replay
create table outbox (
    id          bigint       not null auto_increment,
    event_id    char(36)     character set ascii collate ascii_bin not null,
    topic       varchar(64)  character set ascii collate ascii_bin not null,
    type        varchar(128) character set ascii collate ascii_bin not null,
    event_key   varchar(128) character set ascii collate ascii_bin not null,
    version     bigint       not null,
    occurred_at datetime(6)  not null,
    subject     varchar(64)  character set ascii collate ascii_bin null,
    data        mediumtext   not null,
    trace       varchar(64)  character set ascii collate ascii_bin null,
    sent_at     datetime(6)  null,
    primary key (id),
    key outbox_unsent (sent_at, id)
);

-- The one row that a relay holds while it sends
create table outbox_relay (
    id tinyint not null,
    primary key (id)
);
insert into outbox_relay (id) values (1);

-- Events heard, per listener, for listeners whose effects commute
create table inbox (
    consumer varchar(64) character set ascii collate ascii_bin not null,
    event_id char(36)    character set ascii collate ascii_bin not null,
    heard_at datetime(6) not null default current_timestamp(6),
    primary key (consumer, event_id),
    key inbox_age (heard_at)
);

-- The newest version heard of each key, per listener, for listeners that need an order
create table inbox_version (
    consumer  varchar(64)  character set ascii collate ascii_bin not null,
    event_key varchar(128) character set ascii collate ascii_bin not null,
    version   bigint       not null,
    primary key (consumer, event_key)
);

-- Events that could not be handled, and those that wait behind them
create table parked_event (
    id        bigint        not null auto_increment,
    consumer  varchar(64)   character set ascii collate ascii_bin not null,
    event_id  char(36)      character set ascii collate ascii_bin not null,
    event_key varchar(128)  character set ascii collate ascii_bin not null,
    version   bigint        not null,
    type      varchar(128)  character set ascii collate ascii_bin not null,
    value     mediumtext    not null,
    reason    varchar(16)   character set ascii collate ascii_bin not null,
    error     varchar(2000) null,
    parked_at datetime(6)   not null default current_timestamp(6),
    primary key (id),
    unique key parked_once (consumer, event_id),
    key parked_key (consumer, event_key)
);
