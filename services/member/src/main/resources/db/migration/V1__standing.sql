-- What happened to a person (事件): rows are added, never changed; one that was wrong is struck. The source of all that is
-- said of who somebody was on a day.
create table member_event (
    id           bigint       not null auto_increment,
    member_id    bigint       not null,
    kind         varchar(16)  character set ascii collate ascii_bin not null,
    day          date         not null,
    unit_id      bigint       null,
    member_class varchar(16)  character set ascii collate ascii_bin null,
    document     varchar(100) null,
    reason       varchar(500) null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (id),
    key member_event_member (member_id, id)
);

-- Events that do not count (更正)
create table member_strike (
    event_id bigint       not null,
    reason   varchar(500) not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (event_id)
);

-- Who somebody was from day to day, both included, derived from the events in the transaction that adds them: without
-- gap or overlap from the first event on, the last period until 9999-12-31.
create table standing (
    member_id    bigint      not null,
    from_on      date        not null,
    to_on        date        not null,
    status       varchar(16) character set ascii collate ascii_bin not null,
    unit_id      bigint      null,
    member_class varchar(16) character set ascii collate ascii_bin null,
    lost         boolean     not null,
    primary key (member_id, from_on),
    key standing_unit (unit_id, to_on, from_on, status, member_class, lost)
);
