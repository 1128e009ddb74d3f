-- The State Council's yearly notice (R-38) as the operator has entered it, for a year that no release knows or knows wrongly
create table working_year (
    year    smallint     not null,
    source  varchar(200) not null,
    subject varchar(64)  character set ascii collate ascii_bin not null,
    at      datetime(6)  not null,
    primary key (year)
);

-- Days of such a year on which it differs from Monday to Friday
create table working_day (
    day     date    not null,
    working boolean not null,
    primary key (day)
);
