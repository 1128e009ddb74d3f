-- Each line of a list and each booking of its day, held against each other (对账); never more than one row for either
create table finding (
    id         bigint       not null auto_increment,
    source     varchar(16)  character set ascii collate ascii_bin not null,
    day        date         not null,
    unit_id    bigint       not null,
    line_id    bigint       null,
    posting_id bigint       null,
    result     varchar(16)  character set ascii collate ascii_bin not null,
    state      varchar(8)   character set ascii collate ascii_bin not null,
    way        varchar(16)  character set ascii collate ascii_bin null,
    reason     varchar(300) null,
    subject    varchar(64)  character set ascii collate ascii_bin null,
    at         datetime(6)  null,
    version    bigint       not null,
    primary key (id),
    unique key finding_line (line_id),
    unique key finding_posting (posting_id),
    key finding_unit (unit_id, day, result, state),
    key finding_day (source, day, state)
);

-- Lines of the provider whose money is in the unit's account since
create table line_settled (
    line_id    bigint not null,
    posting_id bigint not null,
    primary key (line_id),
    key line_settled_posting (posting_id)
);

-- When a day's lists were last held against the books; one at a time
create table finding_run (
    source varchar(16) character set ascii collate ascii_bin not null,
    day    date        not null,
    at     datetime(6) not null,
    primary key (source, day)
);

-- Units and days whose money may have been paid out
create table settle_due (
    unit_id bigint not null,
    day     date   not null,
    primary key (unit_id, day)
);
