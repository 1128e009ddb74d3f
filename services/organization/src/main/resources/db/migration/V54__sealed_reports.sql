-- What stands in a report is encrypted, each value bound to its table, column and row; seal_key is the name of the key.
-- A job encrypts what was stored in plain text and empties name and content.
alter table personal_matter_report
    modify column name varchar(100) null,
    modify column content text null,
    add column seal_key varchar(16) character set ascii collate ascii_bin null,
    add column sealed_name varbinary(512) null,
    add column sealed_content mediumblob null,
    add key personal_matter_report_key (seal_key);
