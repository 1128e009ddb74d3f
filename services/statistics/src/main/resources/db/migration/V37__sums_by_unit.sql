-- Sums by unit instead of path: who moves takes along all that is below, and nothing of that is written anew.
-- By how much the sum of all at and below a unit grew with a month (a state), or what happened in it (a flow), as far as it
-- stood directly below a parent then; only ever added to. Above a province the parent is 0.
create table tier_sum (
    parent     bigint      not null,
    unit       bigint      not null,
    measure    varchar(40) character set ascii collate ascii_bin not null,
    slot       varchar(48) character set ascii collate ascii_bin not null,
    month      date        not null,
    value      bigint      not null,
    revised_at datetime(6) null,
    -- what stands directly below a parent lies together
    primary key (parent, measure, slot, unit, month),
    -- the sum of one, wherever it stood
    key tier_sum_unit (unit, measure, slot)
);

-- The old sums are taken over piece by piece when the service starts, and then what replicas of the version before, which
-- still read and write them, add until they are gone. The table goes with a later version.
alter table tier_value add column taken bigint not null default 0;
alter table tier_value add column fresh tinyint generated always as (value <> taken) virtual;
alter table tier_value add key tier_value_fresh (fresh);
