-- version: of the dispatch, as the event said that moved its deadline last
alter table message add column version bigint not null default 0;
