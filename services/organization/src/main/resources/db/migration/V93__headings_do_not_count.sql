-- Headings of the division codes (汇总码) are no organisations: they are taken off the counts of all that is above them
insert into unit_count (unit_id, tier, units)
select conv(substring(g.path, k.step * 5 - 4, 5), 36, 10), g.tier, -count(*)
  from unit g join (select 1 step union all select 2 union all select 3) k on k.step < length(g.path) div 5
 where g.kind = 'DIVISION_GROUP' and g.valid_to is null group by 1, 2
on duplicate key update units = units + values(units);
