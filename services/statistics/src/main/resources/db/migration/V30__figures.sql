-- One set of numbers (一套数): what units themselves have, and sums of all at and below each, month by month

-- One row, held by whoever folds: sums and what they are made of change together, one after the other
create table figuring (
    id tinyint not null,
    primary key (id)
);
insert into figuring (id) values (1);

-- Where a unit's values count: the path on which it stands at the end of a month. After the last row's to_month the unit
-- is no more, and what happened later (a late payment) counts where it last stood
create table unit_place (
    unit_id    bigint      not null,
    from_month date        not null,
    to_month   date        not null,
    path       varchar(64) character set ascii collate ascii_bin not null,
    last_one   tinyint     not null,
    primary key (unit_id, from_month)
);

-- Which event said what is known of a thing: in each month the greatest version of those that were said until then
create table value_source (
    id          bigint      not null auto_increment,
    source      varchar(64) character set ascii collate ascii_bin not null,
    month       date        not null,
    to_month    date        not null,
    unit_id     bigint      not null,
    version     bigint      not null,
    type        varchar(64) character set ascii collate ascii_bin not null,
    event_id    char(36)    character set ascii collate ascii_bin null,
    occurred_at datetime(6) not null,
    primary key (id),
    unique key value_source_month (source, month)
);

-- What a unit itself has, as its sources said, from one month until before another one
create table unit_value (
    source_id  bigint      not null,
    measure    varchar(40) character set ascii collate ascii_bin not null,
    slot       varchar(48) character set ascii collate ascii_bin not null,
    from_month date        not null,
    to_month   date        not null,
    unit_id    bigint      not null,
    value      bigint      not null,
    primary key (source_id, measure, slot, from_month),
    key unit_value_unit (unit_id, measure, from_month, to_month, slot, value)
);

-- By how much the sum of all at and below a path grew with a month (a state), or what happened in it (a flow): only ever
-- added to, so that the order in which anything is heard makes no difference
create table tier_value (
    path       varchar(64) character set ascii collate ascii_bin not null,
    parent     varchar(64) character set ascii collate ascii_bin not null,
    measure    varchar(40) character set ascii collate ascii_bin not null,
    slot       varchar(48) character set ascii collate ascii_bin not null,
    month      date        not null,
    value      bigint      not null,
    revised_at datetime(6) null,
    primary key (path, measure, slot, month),
    key tier_value_children (parent, measure, slot, path, month, value)
);

-- What was heard on the day and changed the open month at and below a unit, of the measures that first screens show
create table tier_today (
    unit_id bigint      not null,
    measure varchar(40) character set ascii collate ascii_bin not null,
    day     date        not null,
    value   bigint      not null,
    primary key (unit_id, measure)
);

-- The newest event heard of each service that says something that is counted
create table source_heard (
    service     varchar(32) character set ascii collate ascii_bin not null,
    occurred_at datetime(6) not null,
    primary key (service)
);

-- What is known of an assignment, whatever order its news comes in; told grows with each
create table figure_work (
    assignment_id bigint      not null,
    unit_id       bigint      not null,
    addressed_at  datetime(6) null,
    deadline      datetime(6) null,
    -- which of those that were told the deadline is
    dated         bigint      not null,
    -- its own date, if it was given one before it was handed in
    own_date      datetime(6) null,
    own_dated     bigint      not null,
    handed_in_at  datetime(6) null,
    signed        tinyint     not null,
    ended         tinyint     not null,
    version       bigint      not null,
    type          varchar(64) character set ascii collate ascii_bin not null,
    event_id      char(36)    character set ascii collate ascii_bin not null,
    occurred_at   datetime(6) not null,
    told          bigint      not null,
    primary key (assignment_id)
);
