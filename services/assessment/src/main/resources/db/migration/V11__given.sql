-- How much unannounced checks (暗访) weigh where there are both kinds, in percent; null: all checks weigh the same
alter table indicator add column unannounced int null;

-- What people give a unit for an indicator (评议、专家评分): one row a year and owner of the scheme
create table given (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    owner_id bigint       not null,
    year     smallint     not null,
    code     varchar(16)  character set ascii collate ascii_bin not null,
    waived   varchar(900) null,
    document varchar(100) null,
    version  bigint       not null,
    primary key (id),
    unique key given_unit (unit_id, year, owner_id, code)
);

-- A mark of a source: points are of all its sheets together, in hundredths
create table mark (
    id        bigint       not null auto_increment,
    given_id  bigint       not null,
    source    varchar(12)  character set ascii collate ascii_bin not null,
    day       date         not null,
    sheets    int          not null,
    points    int          not null,
    words     varchar(900) not null,
    reason    varchar(900) null,
    withdrawn varchar(900) null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    key mark_given (given_id)
);
