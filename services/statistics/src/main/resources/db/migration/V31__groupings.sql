-- Figures by kind and by domain of units, and what figures should be

-- What a unit is: its values count by it, in all months as it is known now. Empty of what was heard before this was kept;
-- it is filled in from the directory when the service starts
alter table unit_place
    add column kind   varchar(40) character set ascii collate ascii_bin not null default '',
    add column domain varchar(16) character set ascii collate ascii_bin not null default '',
    -- the few that stand somewhere else today
    add key unit_place_moved (last_one, to_month);

-- 目标: what a measure at and below a unit should be from a month on, until another one of a later month
create table target (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    measure    varchar(40)  character set ascii collate ascii_bin not null,
    from_month date         not null,
    -- a number, or a share of the measure that the catalogue names; neither: from this month on there is none
    value      bigint       null,
    rate       decimal(5,4) null,
    -- who set it: the unit, or one above it
    set_by     bigint       not null,
    document   varchar(100) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    version    bigint       not null,
    primary key (id),
    unique key target_month (unit_id, measure, from_month)
);

-- A return is named by its moment: told again, it has another version
update value_source
   set source = concat('returned:', substring_index(substring_index(source, ':', 2), ':', -1), ':',
                       timestampdiff(second, '1970-01-01', occurred_at))
 where source like 'returned:%';
