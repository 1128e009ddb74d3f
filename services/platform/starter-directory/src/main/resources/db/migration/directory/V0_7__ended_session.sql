-- ended_session (会话终止): sessions whose tokens are refused, though nothing else has changed for their accounts. Only as far
-- back as tokens live; what is older is forgotten.
create table ended_session (
    id       varchar(100) character set ascii collate ascii_bin not null,
    heard_at datetime(6)  not null,
    primary key (id),
    key ended_session_heard (heard_at)
);
