-- waiting_path: where in the tree the seat waits for access (待开通): the path of its unit as long as that lives, the seat
-- is not over and neither follows a post from it nor has its person one at the unit; null if it does not wait.
-- With the last day in the index a page of a whole province is read in the order of the tree, and nothing else
alter table seat
    add column waiting_path varchar(64) character set ascii collate ascii_bin null,
    add key seat_waiting (waiting_path, id, to_day);

update seat s
   set s.waiting_path = case
       when (s.to_day is null or (s.to_day > current_date and s.to_day > s.from_day))
            and not exists (select 1 from post p where p.seat = s.id and p.live)
            and not exists (select 1 from post q where q.account = s.account and q.unit = s.unit and q.live)
       then (select u.path from unit u where u.id = s.unit and u.valid_to is null) end;
