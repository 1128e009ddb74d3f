-- What a unit is told of its assignment after it was delivered (通知): one row for each verdict. It has its place in the feed beside
-- those of table inbox_item; without one while nothing has been heard of the dispatch yet.
-- unit: whose inbox it is in
-- notice_unit: the inbox of a unit; notice_dispatch: what waits for a dispatch
create table notice (
    id         bigint        not null auto_increment,
    assignment bigint        not null,
    version    bigint        not null,
    dispatch   bigint        not null,
    unit       bigint        not null,
    kind       varchar(10)   character set ascii collate ascii_bin not null,
    reason     varchar(1000) null,
    due_at     datetime(6)   null,
    position   bigint        null,
    told_at    datetime(6)   null,
    read_at    datetime(6)   null,
    primary key (id),
    unique key notice_once (assignment, version),
    unique key notice_position (position),
    key notice_unit (unit, position),
    key notice_dispatch (dispatch, position)
);

-- By which hierarchy it went down: territory (块) or line (条)
alter table message add column hierarchy varchar(8) character set ascii collate ascii_bin not null default 'BLOCK' after issuer;
