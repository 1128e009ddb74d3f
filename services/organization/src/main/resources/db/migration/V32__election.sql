-- What a meeting voted (换届选举); approved when a term was begun from it. Whether the rules are fulfilled follows from it.
create table election (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    number       smallint     not null,
    held_on      date         not null,
    meeting      varchar(16)  character set ascii collate ascii_bin not null,
    scattered    boolean      not null,
    members      int          not null,
    full_members int          not null,
    suspended    int          not null,
    delegates    int          null,
    present      int          not null,
    ballots      int          not null,
    recorded_by  varchar(64)  character set ascii collate ascii_bin not null,
    recorded_at  datetime(6)  not null,
    session_id   bigint       null,
    document     varchar(100) null,
    approved_by  varchar(64)  character set ascii collate ascii_bin null,
    approved_at  datetime(6)  null,
    version      bigint       not null,
    primary key (id),
    key election_unit (unit_id, id)
);

create table election_post (
    election_id bigint      not null,
    post        varchar(32) character set ascii collate ascii_bin not null,
    seats       smallint    not null,
    primary key (election_id, post)
);

-- person tells people apart within one election; the same one may stand for several posts
create table election_candidate (
    election_id bigint       not null,
    post        varchar(32)  character set ascii collate ascii_bin not null,
    person      int          not null,
    name        varchar(100) not null,
    account_id  bigint       null,
    votes       int          not null,
    elected     boolean      not null,
    full_time   boolean      not null,
    primary key (election_id, post, person)
);
