-- attempt (尝试): failures of an account within the window, and until when it is locked out
create table attempt (
    account      bigint      not null,
    failures     int         not null,
    since        datetime(6) not null,
    locked_until datetime(6) null,
    primary key (account)
);

-- sign_in (登录记录): every try and its outcome; login only as far as it is the name of an account
create table sign_in (
    id      bigint      not null auto_increment,
    at      datetime(6) not null,
    account bigint      null,
    client  varchar(64) character set ascii collate ascii_bin not null,
    address varchar(64) character set ascii collate ascii_bin not null,
    outcome varchar(16) character set ascii collate ascii_bin not null,
    primary key (id),
    key sign_in_account (account, at),
    key sign_in_at (at)
);
