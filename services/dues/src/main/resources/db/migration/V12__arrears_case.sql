-- What is asked about somebody who has not paid six months in a row, beside where its case stands. open_member_id: the
-- member while the case is open, so that there is one at a time; until_month: the last month that a decided case was
-- about: nobody is asked about it again
create table arrears_case (
    id             bigint       not null,
    member_id      bigint       not null,
    open_member_id bigint       null,
    asked_on       date         not null,
    months         smallint     not null,
    since_month    date         null,
    fen            bigint       not null,
    until_month    date         null,
    reason_kind    varchar(16)  character set ascii collate ascii_bin null,
    reason         varchar(900) null,
    noticed_on     date         null,
    hearing_until  date         null,
    voted_on       date         null,
    entitled       int          null,
    present        int          null,
    yes            int          null,
    decided_on     date         null,
    document       varchar(100) null,
    told           boolean      not null,
    version        bigint       not null,
    primary key (id),
    unique key arrears_case_open (open_member_id),
    key arrears_case_member (member_id, until_month),
    key arrears_case_told (told, id)
);
