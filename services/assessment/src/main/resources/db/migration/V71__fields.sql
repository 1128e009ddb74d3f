-- 分类定标: schemes for one field of work (NEW_ORGANIZATION and others), beside those for town or country.
alter table scheme modify column domain varchar(16) character set ascii collate ascii_bin null;
alter table year_close modify column domain varchar(16) character set ascii collate ascii_bin not null;
