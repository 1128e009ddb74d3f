-- What a division code stands for from valid_from to the day before valid_to; a code may come back after it was
-- revoked. Periods of one code never overlap: whoever writes holds the one row of division_code_lock.
-- Plans at 100,000 rows: lookup of a day, periods of a code and lists by leading digits are ranges of the primary key.
create table division_code (
    code       varchar(15)  character set ascii collate ascii_bin not null,
    valid_from date         not null,
    valid_to   date         null,
    name       varchar(100) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (code, valid_from)
);

create table division_code_lock (
    id tinyint not null,
    primary key (id)
);
insert into division_code_lock (id) values (1);
