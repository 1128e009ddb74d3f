-- Where a unit has stood, if at more than one place; the first stay begins before all days, the last ends after all
create table unit_stay (
    unit       bigint      not null,
    valid_from date        not null,
    valid_to   date        not null,
    path       varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit, valid_from)
);

-- Which state of a unit the stays are of, and who took it over if it was merged
create table unit_past (
    unit      bigint not null,
    version   bigint not null,
    heir      bigint null,
    heir_from date   null,
    primary key (unit),
    key unit_past_heir (heir)
);

-- The day in Beijing on which it was dispatched; for dispatches heard of before this was kept, that of the deadline,
-- or today
alter table dispatch add column issued_on date null after deadline;

update dispatch set issued_on = least(date(deadline + interval 8 hour), current_date);
