-- 条: the committee of a line that supervises a unit beside those above it in the territory
alter table unit_period
    add column line_parent_id bigint null after parent_id,
    -- the units that a committee supervises on any day
    add key unit_period_line (line_parent_id, valid_from);

alter table unit_period_superseded
    add column line_parent_id bigint null after parent_id;

-- Where each unit was in a line, derived from the periods; no row on days on which it was in none
create table unit_line_place (
    unit_id    bigint      not null,
    valid_from date        not null,
    valid_to   date        not null,
    path       varchar(96) character set ascii collate ascii_bin not null,
    primary key (unit_id, valid_from),
    -- a line on any day
    key unit_line_place_path (path, valid_from, valid_to),
    key unit_line_place_begin (valid_from),
    key unit_line_place_end (valid_to)
);

-- The units whose line a change touches, while it is being made; whoever holds tree_lock has this table
create table line_touched (
    unit_id bigint  not null,
    level   tinyint not null,
    primary key (unit_id),
    key line_touched_level (level)
);

-- The committees that there are head a line each, and what is below them is in it; the next start announces it
insert into unit_line_place (unit_id, valid_from, valid_to, path)
with recursive line (unit_id, valid_from, valid_to, path) as (
    select unit_id, valid_from, valid_to,
           cast(concat('+', lower(lpad(conv(unit_id, 10, 36), 5, '0'))) as char(96))
      from unit_period where kind in ('WORKING_COMMITTEE', 'INDUSTRY_COMMITTEE')
    union all
    select v.unit_id, greatest(v.valid_from, l.valid_from), least(v.valid_to, l.valid_to),
           concat(l.path, lower(lpad(conv(v.unit_id, 10, 36), 5, '0')))
      from line l join unit_period v on v.parent_id = l.unit_id and v.valid_from < l.valid_to
                                    and v.valid_to > l.valid_from
     where v.kind not in ('WORKING_COMMITTEE', 'INDUSTRY_COMMITTEE'))
select unit_id, valid_from, valid_to, path from line;

update tree_day set day = '2000-01-01' where exists (select 1 from unit_line_place);
