-- The account that has published the list: the tasks are made in its name, also if it is told again
alter table rectification add column listed_by bigint null after listed_at;

update rectification set listed_by = cast(substring_index(subject, ':', -1) as unsigned)
 where listed_at is not null and subject like 'account:%';
