-- A unit's standing instruction (常设指示): what comes from a unit, or from any, is forwarded to the next tier at once.
-- from_key: from_unit, or 0 for any; on_duty: 1, null once it was switched off, so that one holds at a time
create table standing_order (
    id          bigint        not null auto_increment,
    unit_id     bigint        not null,
    from_unit   bigint        null,
    from_key    bigint        not null,
    text        varchar(5000) not null,
    days_early  smallint      not null,
    reason      varchar(500)  null,
    on_duty     tinyint       null,
    set_by      bigint        not null,
    set_at      datetime(6)   not null,
    ended_by    bigint        null,
    ended_at    datetime(6)   null,
    version     bigint        not null,
    primary key (id),
    unique key standing_order_once (unit_id, from_key, on_duty)
);

-- Assignments that wait to be passed on, written when they are addressed; a wave takes them away
create table to_pass_on (
    assignment_id bigint not null,
    standing_id   bigint not null,
    primary key (assignment_id)
);
