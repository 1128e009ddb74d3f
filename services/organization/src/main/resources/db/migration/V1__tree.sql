-- Table unit comes with starter-directory; here it is the source and not a memory.

-- The one row that whoever changes the tree's shape holds until commit
create table tree_lock (
    id tinyint not null,
    primary key (id)
);
insert into tree_lock (id) values (1);

-- What each unit was, from valid_from to the day before valid_to; an abolition is a version of no days
create table unit_version (
    unit_id    bigint       not null,
    version    bigint       not null,
    parent_id  bigint       null,
    code       varchar(32)  character set ascii collate ascii_bin not null,
    name       varchar(200) not null,
    tier       varchar(16)  character set ascii collate ascii_bin not null,
    kind       varchar(40)  character set ascii collate ascii_bin not null,
    domain     varchar(16)  character set ascii collate ascii_bin not null,
    path       varchar(64)  character set ascii collate ascii_bin not null,
    valid_from date         not null,
    valid_to   date         null,
    reason     varchar(16)  character set ascii collate ascii_bin not null,
    document   varchar(100) null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (unit_id, version),
    key unit_version_parent (parent_id, valid_from)
);
