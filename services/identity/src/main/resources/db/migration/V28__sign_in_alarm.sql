-- sign_in_pressure (登录压力): failures of one account from wherever, or from one address, without a pause between
create table sign_in_pressure (
    target    varchar(80) character set ascii collate ascii_bin not null,
    failures  int         not null,
    since     datetime(6) not null,
    failed_at datetime(6) not null,
    alarm     bigint      null,
    primary key (target),
    key sign_in_pressure_failed (failed_at)
);

-- sign_in_alarm (登录告警): an attack on an account, or from an address
create table sign_in_alarm (
    id       bigint      not null auto_increment,
    account  bigint      null,
    address  varchar(64) character set ascii collate ascii_bin null,
    failures int         not null,
    since    datetime(6) not null,
    last_at  datetime(6) not null,
    over_at  datetime(6) null,
    version  bigint      not null,
    primary key (id)
);
