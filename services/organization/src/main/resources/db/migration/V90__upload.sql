-- A file of rows may be an upload, which is read in the background and may be refused then. What was sent before this was
-- read when it came, whatever its format was.
alter table intake
    add column upload_id bigint        null after reason,
    add column format    varchar(8)    character set ascii collate ascii_bin not null default 'CSV' after upload_id,
    add column problem   varchar(64)   character set ascii collate ascii_bin null after rejected,
    add column value     varchar(1000) null after problem;
alter table intake alter column format drop default;
