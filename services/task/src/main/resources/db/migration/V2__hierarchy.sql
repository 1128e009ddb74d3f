-- By which hierarchy a task went down: territory (块) or line (条)
alter table dispatch add column hierarchy varchar(8) character set ascii collate ascii_bin not null default 'BLOCK' after target;
