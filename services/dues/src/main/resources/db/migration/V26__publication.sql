-- What a branch has published of its collection (公布); nothing of it is ever changed
create table publication (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    year     smallint     not null,
    part     varchar(16)  character set ascii collate ascii_bin not null,
    seq      smallint     not null,
    place    varchar(200) not null,
    day      date         not null,
    reason   varchar(200) null,
    payers   int          not null,
    due_fen  bigint       not null,
    paid_fen bigint       not null,
    members  boolean      not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    unique key publication_once (unit_id, year, part, seq),
    key publication_day (unit_id, day)
);

-- Its lines, by member
create table publication_line (
    publication_id bigint not null,
    member_id      bigint not null,
    due_fen        bigint not null,
    paid_fen       bigint not null,
    primary key (publication_id, member_id),
    constraint publication_line_publication foreign key (publication_id) references publication (id)
);
