-- Assignments of units that ended: another unit has it (holder) and it is counted there, or nobody goes on with it (并入、终止)
-- and it is counted where it was addressed, as such and in no other figure but addressed and its delivery
alter table fact
    add column holder bigint null after unit,
    modify column signed tinyint generated always as (state not in ('ADDRESSED', 'MERGED', 'CLOSED')) virtual,
    add column merged tinyint generated always as (state = 'MERGED') virtual,
    add column closed tinyint generated always as (state = 'CLOSED') virtual,
    -- all facts that a unit has of others
    add key fact_holder (holder, dispatch);

alter table cell
    add column merged int not null default 0,
    add column closed int not null default 0;
