-- 督办: that an assignment was urged, once for each step of the ladder and deadline
-- step: FIRST, SECOND, THIRD (working days before), DUE, OVERDUE, UP (the tier above is told), HAND (by hand)
-- due: the deadline that it is about; by hand the day on which it was asked for
-- state: WAITING until it is told, TOLD, or SKIPPED: a later step was reached already
-- superior_id: of UP, the unit that is told
create table urge (
    id            bigint      not null auto_increment,
    assignment_id bigint      not null,
    dispatch_id   bigint      not null,
    unit_id       bigint      not null,
    step          varchar(8)  character set ascii collate ascii_bin not null,
    due           datetime(6) not null,
    state         varchar(8)  character set ascii collate ascii_bin not null,
    superior_id   bigint      null,
    at            datetime(6) not null,
    primary key (id),
    unique key urge_once (assignment_id, step, due),
    key urge_dispatch (dispatch_id, step, due, state),
    key urge_unit (unit_id, id)
);

-- Which step of which deadline of a dispatch has been gone through: whoever writes the row does it
create table urge_run (
    dispatch_id bigint      not null,
    due         datetime(6) not null,
    step        varchar(8)  character set ascii collate ascii_bin not null,
    at          datetime(6) not null,
    primary key (dispatch_id, due, step)
);

-- Urging by hand: a word of the issuer, once a day for each dispatch; told_at: null while it waits for working hours
create table urge_word (
    id          bigint       not null auto_increment,
    dispatch_id bigint       not null,
    day         date         not null,
    due         datetime(6)  not null,
    word        varchar(500) not null,
    addressed   int          not null,
    subject     varchar(64)  character set ascii collate ascii_bin not null,
    at          datetime(6)  not null,
    told_at     datetime(6)  null,
    primary key (id),
    unique key urge_word_day (dispatch_id, day),
    key urge_word_told (told_at)
);

-- Steps that a unit has switched off for what it dispatches
create table urge_off (
    unit_id bigint      not null,
    step    varchar(8)  character set ascii collate ascii_bin not null,
    subject varchar(64) character set ascii collate ascii_bin not null,
    at      datetime(6) not null,
    primary key (unit_id, step)
);

-- What falls due: dispatches, and assignments with a date of their own
alter table dispatch add key dispatch_deadline (deadline);
alter table assignment add key assignment_due (due_at, dispatch_id);
