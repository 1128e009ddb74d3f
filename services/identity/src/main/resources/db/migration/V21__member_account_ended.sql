-- member_account.ended (停用): whether the member is out, by what was heard last; locked: whether that has locked the account,
-- so that whoever comes back finds it open again, unless a unit above had locked it.
alter table member_account
    add column ended boolean not null default false,
    add column locked boolean not null default false;
