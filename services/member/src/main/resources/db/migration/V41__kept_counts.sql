-- What is kept of a unit's own numbers: how they turned from day to day, one line each, compressed; and where in the tree
-- that was added to the totals of all above
create table count_kept (
    unit_id bigint      not null,
    path    varchar(64) character set ascii collate ascii_bin not null,
    turns   mediumblob  not null,
    primary key (unit_id),
    key count_kept_path (path)
);

-- How the numbers of all units below a path turned, itself not counted: in all, and in each decade, year, month and day
-- (span) that begins on first_on. Months and days only directly below the top of the tree, nothing of the top itself.
-- member_class is empty where nobody has written it down.
create table count_total (
    path         varchar(64) character set ascii collate ascii_bin not null,
    span         varchar(8)  character set ascii collate ascii_bin not null,
    first_on     date        not null,
    status       varchar(16) character set ascii collate ascii_bin not null,
    member_class varchar(16) character set ascii collate ascii_bin not null,
    people       int         not null,
    lost         int         not null,
    primary key (path, span, first_on, status, member_class)
);

-- The same from day to day of a year, further below: one line each, compressed
create table count_year (
    path  varchar(64) character set ascii collate ascii_bin not null,
    year  smallint    not null,
    turns mediumblob  not null,
    primary key (path, year)
);
