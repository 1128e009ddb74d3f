-- Facts are counted by line (条) too: cells above counted_line stand beside those above counted_path, and paths of lines
-- begin with a character that no other path has
alter table fact
    add column counted_line varchar(96) character set ascii collate ascii_bin null after counted_path,
    -- the units behind a number, in the order of a line
    add key fact_line (dispatch, counted_line, addressed, state, delivery);

-- a line may be deeper than the territory
alter table cell modify path varchar(96) character set ascii collate ascii_bin not null;

update fact f join unit u on u.id = f.unit set f.counted_line = u.line_path
 where f.counted_path is not null and u.line_path is not null;

insert into cell (dispatch, depth, path, addressed, delivered, failed, signed, submitted, returned, approved)
select f.dispatch, k, left(f.counted_line, k * 5 + 1), sum(f.addressed), sum(f.delivered), sum(f.failed), sum(f.signed),
       sum(f.submitted), sum(f.returned), sum(f.approved)
  from fact f
  join (with recursive l (k) as (select 1 union all select k + 1 from l where k < 18) select k from l) level_above
    on k < length(f.counted_line) div 5
 group by 1, 2, 3;
