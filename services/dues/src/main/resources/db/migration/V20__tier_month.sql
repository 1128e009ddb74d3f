-- Of a unit's own month also: what was given beside, how its accounts moved, and what left it for other units; and under
-- which path all of it was added to the sums of tiers (empty: of a unit that nobody has heard of yet)
alter table unit_month
    add column path varchar(64) character set ascii collate ascii_bin not null default '',
    add column given      bigint not null default 0,
    add column held       bigint not null default 0,
    add column transit    bigint not null default 0,
    add column difference bigint not null default 0,
    add column lost       bigint not null default 0,
    add column centre     bigint not null default 0,
    add column moved      bigint not null default 0;

-- The sums of all at and below the unit with a path: what was added of them, so that a tier is read without adding up
create table tier_month (
    path       varchar(64) character set ascii collate ascii_bin not null,
    month      date   not null,
    payers     bigint not null,
    billed     bigint not null,
    collected  bigint not null,
    passed_on  bigint not null,
    received   bigint not null,
    given      bigint not null,
    held       bigint not null,
    transit    bigint not null,
    difference bigint not null,
    lost       bigint not null,
    centre     bigint not null,
    moved      bigint not null,
    primary key (path, month)
);

-- Bookings in the books of others that move something of a unit
alter table posting add key posting_other (other_id, day);

insert into sum_due (unit_id, month) select unit_id, month from unit_month
on duplicate key update month = values(month);
