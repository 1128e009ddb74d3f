-- account_access (权限变更): accounts whose tokens are refused if they were made for a lower version of what the account
-- may do. Only as far back as tokens live; what is older is forgotten.
create table account_access (
    account  bigint      not null,
    version  bigint      not null,
    heard_at datetime(6) not null,
    primary key (account),
    key account_access_heard (heard_at)
);
