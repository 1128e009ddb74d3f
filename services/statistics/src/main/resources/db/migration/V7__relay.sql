-- States of relayed tasks (流水派送): broken down, worked on and in review are ways between signed and approved; what was
-- withdrawn (撤回) is counted as such and in no other figure but addressed and its delivery
alter table fact
    modify column signed tinyint
        generated always as (state not in ('ADDRESSED', 'WITHDRAWN', 'MERGED', 'CLOSED')) virtual,
    modify column submitted tinyint generated always as (state in ('SUBMITTED', 'IN_REVIEW', 'APPROVED')) virtual,
    add column withdrawn tinyint generated always as (state = 'WITHDRAWN') virtual;

alter table cell add column withdrawn int not null default 0;

-- version: of the dispatch, as the event said that told its deadline last
alter table dispatch add column version bigint not null default 0;
