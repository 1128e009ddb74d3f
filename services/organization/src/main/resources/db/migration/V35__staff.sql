-- Party-affairs staff (党务工作者) of units, each from a day to the day before another
create table party_staff (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    type       varchar(32)  character set ascii collate ascii_bin not null,
    name       varchar(100) not null,
    account_id bigint       null,
    full_time  boolean      not null,
    from_on    date         not null,
    to_on      date         null,
    reason     varchar(200) null,
    version    bigint       not null,
    primary key (id),
    key party_staff_unit (unit_id, type, from_on, to_on)
);

-- How many of a type a unit has; rows are added, never changed
create table party_staff_quota (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    type     varchar(32)  character set ascii collate ascii_bin not null,
    since    date         not null,
    quota    smallint     not null,
    document varchar(100) not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    key party_staff_quota_unit (unit_id, type, since)
);
