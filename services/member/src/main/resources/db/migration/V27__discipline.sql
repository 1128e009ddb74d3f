-- What there is about members (违纪违法排查); the text is sealed with seal_key. ended_on: it does not hold any more
create table discipline_entry (
    id          bigint       not null auto_increment,
    member_id   bigint       not null,
    since_on    date         not null,
    seal_key    varchar(16)  character set ascii collate ascii_bin not null,
    sealed_text varbinary(2032) not null,
    ended_on    date         null,
    document    varchar(100) null,
    subject     varchar(64)  character set ascii collate ascii_bin not null,
    at          datetime(6)  not null,
    version     bigint       not null,
    primary key (id),
    key discipline_entry_member (member_id),
    key discipline_entry_seal (seal_key)
);
