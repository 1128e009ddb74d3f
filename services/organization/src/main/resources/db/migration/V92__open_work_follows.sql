-- Open work follows the unit that has it; version is that of the event that told it last, 0 of the dispatch itself
alter table open_work add column version bigint not null default 0;
