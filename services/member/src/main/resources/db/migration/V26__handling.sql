-- What is proposed against members (不合格党员处置), by the id of its case; of the present round, the journal has the others
create table handling (
    id            bigint       not null,
    member_id     bigint       not null,
    grounds       varchar(16)  character set ascii collate ascii_bin not null,
    since_on      date         null,
    measure       varchar(16)  character set ascii collate ascii_bin not null,
    evidence      varchar(900) not null,
    noticed_on    date         null,
    hearing_until date         null,
    voted_on      date         null,
    entitled      int          null,
    present       int          null,
    yes           int          null,
    correct_until date         null,
    appeal        varchar(16)  character set ascii collate ascii_bin not null,
    primary key (id),
    key handling_member (member_id)
);
