-- member_account.locked (停用): whether the account was locked as the member is out, so that whoever comes back finds it open
-- again, unless a unit above had locked it.
alter table member_account add column locked boolean not null default false;
