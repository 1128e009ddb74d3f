-- Nothing asks whether the member is out by what was heard last: the version and whether that has locked the account say it.
alter table member_account drop column ended;
