-- What is to be scored again: each mark is a row of its own, so that nobody who books a fact waits for whoever scores.
-- measure: only what is counted by it; empty for all that a unit has. lane: FACTS of the unit itself, those of units below it
-- (ABOVE), or all (WHOLE)
alter table score_due
    drop primary key,
    add column id bigint not null auto_increment first,
    add column measure varchar(48) character set ascii collate ascii_bin not null default '',
    add column lane varchar(8) character set ascii collate ascii_bin not null default 'WHOLE',
    add primary key (id),
    add key score_due_lane (lane, id),
    add key score_due_unit (unit_id, year);

-- Whose year is scored just now: held until the transaction ends, so that nobody overwrites newer scores by older ones
create table score_turn (
    year    smallint not null,
    unit_id bigint   not null,
    primary key (year, unit_id)
);

-- Of which scheme, and of which measure, the middle of peers is to be made again; empty for all
alter table median_due
    drop primary key,
    add column id bigint not null auto_increment first,
    add column measure varchar(48) character set ascii collate ascii_bin not null default '',
    add primary key (id);
