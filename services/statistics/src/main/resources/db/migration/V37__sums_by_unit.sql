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

insert into tier_sum (parent, unit, measure, slot, month, value, revised_at)
select if(parent = '', 0, cast(conv(right(parent, 5), 36, 10) as unsigned)), cast(conv(right(path, 5), 36, 10) as unsigned),
       measure, slot, month, sum(value), max(revised_at)
  from tier_value group by 1, 2, measure, slot, month;

-- Replicas of the version before still read and write the old sums: what they add is taken over until they are gone. The
-- table goes with a later version.
alter table tier_value add column taken bigint not null default 0;

update tier_value set taken = value;

alter table tier_value
    add column fresh tinyint generated always as (value <> taken) virtual,
    add key tier_value_fresh (fresh);
