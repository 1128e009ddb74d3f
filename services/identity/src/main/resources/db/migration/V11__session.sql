-- session (会话): what a stored authorization is for: whose, from which post or mandate it acts, from where it began
create table session (
    id       varchar(100) character set ascii collate ascii_bin not null,
    account  bigint       not null,
    post     bigint       null,
    mandate  bigint       null,
    client   varchar(64)  character set ascii collate ascii_bin not null,
    address  varchar(64)  character set ascii collate ascii_bin not null,
    began_at datetime(6)  not null,
    seen_at  datetime(6)  not null,
    primary key (id),
    key session_account (account, began_at),
    key session_post (post),
    key session_mandate (mandate),
    key session_began (began_at)
);
