-- attempt_failure (失败尝试): failures of a login from one place, and when the next attempt from there may be made. Below 0
-- stand logins that nobody has. Takes the place of attempt, which locked an account out everywhere, and of the tries of
-- activation codes.
create table attempt_failure (
    account   bigint      not null,
    source    varchar(80) character set ascii collate ascii_bin not null,
    failures  int         not null,
    failed_at datetime(6) not null,
    next_at   datetime(6) not null,
    primary key (account, source),
    key attempt_failure_failed (failed_at)
);

drop table attempt;

alter table activation drop column attempts, drop column attempts_since;
