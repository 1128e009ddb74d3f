-- mandate (授权): a deputy acts for a post from a day to a day, both included; the account stays the deputy's own.
-- given_from: the post from which the giver acted; null for the administrator
create table mandate (
    id            bigint       not null auto_increment,
    post          bigint       not null,
    duty          varchar(32)  character set ascii collate ascii_bin not null,
    deputy        bigint       not null,
    giver         bigint       not null,
    given_from    bigint       null,
    from_day      date         not null,
    until_day     date         not null,
    document      varchar(200) null,
    reason        varchar(500) null,
    given_at      datetime(6)  not null,
    revoked_at    datetime(6)  null,
    revoked_by    bigint       null,
    revoke_reason varchar(200) null,
    version       bigint       not null default 0,
    primary key (id),
    key mandate_deputy (deputy, until_day),
    key mandate_post (post, until_day)
);
