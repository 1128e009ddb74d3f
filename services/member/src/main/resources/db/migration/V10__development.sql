-- Who is on the way to become a member (发展党员); where the case stands, and who did what, stands in the tables that all
-- cases share, by the same id
create table development (
    id        bigint not null,
    member_id bigint not null,
    primary key (id),
    key development_member (member_id, id)
);

-- The steps that were taken; rows are added, never changed. What a step asks to be said beside its evidence (依据) is
-- null where it was not said. people: numbers of files, with commas between
create table development_step (
    id             bigint       not null auto_increment,
    development_id bigint       not null,
    step           varchar(32)  character set ascii collate ascii_bin not null,
    edition        varchar(8)   character set ascii collate ascii_bin not null,
    day            date         not null,
    outcome        varchar(16)  character set ascii collate ascii_bin not null,
    late           boolean      not null,
    evidence       varchar(500) not null,
    document       varchar(100) null,
    people         varchar(100) character set ascii collate ascii_bin null,
    days           smallint     null,
    hours          smallint     null,
    entitled       int          null,
    present        int          null,
    written        int          null,
    yes            int          null,
    shown_from     date         null,
    shown_to       date         null,
    months         smallint     null,
    subject        varchar(64)  character set ascii collate ascii_bin not null,
    at             datetime(6)  not null,
    primary key (id),
    key development_step_case (development_id, id)
);

-- What was objected during publicity (异议), and what was found out about it (核实); answered once, never changed after
create table development_objection (
    id             bigint        not null auto_increment,
    development_id bigint        not null,
    day            date          not null,
    text           varchar(1000) not null,
    answer         varchar(1000) null,
    answered_at    datetime(6)   null,
    subject        varchar(64)   character set ascii collate ascii_bin not null,
    at             datetime(6)   not null,
    primary key (id),
    key development_objection_case (development_id, id)
);
