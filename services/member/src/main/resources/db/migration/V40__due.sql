-- What is to be announced again (待公布), by kind: units whose numbers or work, persons whose standing; written in the
-- transaction that changes them. changed: false if nothing did but the day, or the broker
create table due (
    kind    varchar(16) character set ascii collate ascii_bin not null,
    id      bigint      not null,
    changed boolean     not null,
    primary key (kind, id)
);

-- How often a page of neighbouring numbers was announced
create table due_page (
    kind    varchar(16) character set ascii collate ascii_bin not null,
    page    bigint      not null,
    version bigint      not null,
    primary key (kind, page)
);

insert into due_page (kind, page, version) select 'counts', page, version from count_page;
insert into due_page (kind, page, version) select 'members', page, version from told_page;
insert into due (kind, id, changed) select 'members', member_id, true from told_due;

drop table count_due;
drop table count_page;
drop table told_due;
drop table told_page;

-- All units to which anybody belongs or has belonged: their numbers are to be kept from now on
insert into due (kind, id, changed) select distinct 'counts', unit_id, true from standing where unit_id is not null;
