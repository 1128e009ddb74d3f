-- Where units have been and who took them over was never told before; the next start tells it of all that there is
update tree_day set day = '2000-01-01' where exists (select 1 from unit_lineage where reason = 'MERGED')
   or exists (select 1 from unit_place p join unit_place q on q.unit_id = p.unit_id and q.path <> p.path);
