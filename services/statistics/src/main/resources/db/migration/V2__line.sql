-- Facts are counted by line (条) too: cells above counted_line stand beside those above counted_path, and paths of lines
-- begin with a character that no other path has
alter table fact
    add column counted_line varchar(96) character set ascii collate ascii_bin null after counted_path,
    -- the units behind a number, in the order of a line
    add key fact_line (dispatch, counted_line, addressed, state, delivery);

update fact f join unit u on u.id = f.unit set f.counted_line = u.line_path
 where f.counted_path is not null and u.line_path is not null;

insert into cell (dispatch, depth, path, addressed, delivered, failed, signed, submitted, returned, approved)
select f.dispatch, k, left(f.counted_line, k * 5 + 1), sum(f.addressed), sum(f.delivered), sum(f.failed), sum(f.signed),
       sum(f.submitted), sum(f.returned), sum(f.approved)
  from fact f
  join (select 1 k union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
        union all select 7 union all select 8 union all select 9 union all select 10 union all select 11) level_above
    on k < length(f.counted_line) div 5
 group by 1, 2, 3;
