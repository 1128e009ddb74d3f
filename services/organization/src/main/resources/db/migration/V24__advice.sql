-- How many members belong to each unit, as announced by service member; the version is the event's
create table member_count (
    unit_id      bigint not null,
    full_members int    not null,
    probationary int    not null,
    retired      int    not null,
    version      bigint not null,
    primary key (unit_id)
);

-- That a superior has seen an advice; rows are added, never changed, and hide nothing
create table advice_acknowledgement (
    id         bigint       not null auto_increment,
    subject    varchar(16)  character set ascii collate ascii_bin not null,
    subject_id bigint       not null,
    advice     varchar(32)  character set ascii collate ascii_bin not null,
    note       varchar(500) not null,
    unit_id    bigint       not null,
    account    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key advice_acknowledgement_subject (subject, subject_id, advice, id)
);
