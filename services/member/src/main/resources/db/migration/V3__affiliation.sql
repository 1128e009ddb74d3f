-- To which units somebody belongs beside his own (参加功能型党组织), both days included, to_on 9999-12-31 while it goes on.
-- sort: FUNCTIONAL, or GUEST where the unit has members of its own. Nothing of it changes where he is counted.
create table affiliation (
    id        bigint       not null auto_increment,
    member_id bigint       not null,
    unit_id   bigint       not null,
    sort      varchar(16)  character set ascii collate ascii_bin not null,
    from_on   date         not null,
    to_on     date         not null,
    document  varchar(100) null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    key affiliation_member (member_id, id),
    key affiliation_unit (unit_id, to_on, id)
);
