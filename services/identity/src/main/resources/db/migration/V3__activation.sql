-- activation (激活码): the one live code of an account; a new code takes the place of the old one
create table activation (
    account        bigint      not null,
    code_hash      char(64)    character set ascii collate ascii_bin not null,
    issued_at      datetime(6) not null,
    issued_by      bigint      not null,
    expires_at     datetime(6) not null,
    used_at        datetime(6) null,
    attempts       int         not null default 0,
    attempts_since datetime(6) not null,
    primary key (account)
);
