-- On which day a temporary unit (临时党组织) is meant to end; nothing ends it by itself
create table unit_until (
    unit_id bigint not null,
    until   date   not null,
    primary key (unit_id),
    key unit_until_until (until, unit_id)
);
