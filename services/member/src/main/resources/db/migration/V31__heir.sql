-- Units that ended and whose people went to another one (承继), and by which document
create table heir_done (
    unit_id  bigint       not null,
    heir_id  bigint       not null,
    day      date         not null,
    document varchar(100) null,
    people   int          not null,
    primary key (unit_id),
    key heir_done_heir (heir_id)
);

-- Units that came out of another one (分设)
create table split_part (
    unit_id   bigint       not null,
    origin_id bigint       not null,
    code      varchar(32)  character set ascii collate ascii_bin not null,
    day       date         not null,
    document  varchar(100) null,
    primary key (unit_id),
    key split_part_origin (origin_id, code)
);

-- Who goes to which of them: by its code, since before the day nobody knows another name of it
create table split_line (
    unit_id   bigint       not null,
    member_id bigint       not null,
    code      varchar(32)  character set ascii collate ascii_bin not null,
    document  varchar(100) not null,
    moved     boolean      not null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (unit_id, member_id),
    key split_line_code (unit_id, code, moved)
);

-- Who was on no list when a unit that was split ended, and went to the first part
create table split_stranded (
    unit_id   bigint not null,
    member_id bigint not null,
    heir_id   bigint not null,
    primary key (unit_id, member_id),
    key split_stranded_heir (heir_id, member_id)
);
