-- Who stays where is told from now on, of all units at which somebody stays or has stayed
insert into due (kind, id, changed)
select distinct 'stays', other_unit_id, true from case_file where kind = 'floatings' and other_unit_id is not null;
