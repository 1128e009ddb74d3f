-- The code that each proposal of a list is about: a list is asked for parents by theirs, and has up to 100,000 lines
alter table change_batch
    add column code varchar(32) character set ascii collate ascii_bin not null default '',
    add key change_batch_code (batch, code);

update change_batch b join unit_change c on c.id = b.change_id
   set b.code = coalesce(json_value(c.operation, '$.unit.code'), '')
 where c.state = 'PROPOSED';
