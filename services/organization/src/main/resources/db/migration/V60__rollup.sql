-- What is counted at a unit itself; the path is the one under which it was added to the totals. No row is 0.
-- Plans at 92,000 units and 200,000 rows (MariaDB 11.4): a unit's rows by primary key, lists by rollup_own_figure.
create table rollup_own (
    unit_id bigint      not null,
    figure  varchar(64) character set ascii collate ascii_bin not null,
    units   int         not null,
    path    varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit_id, figure),
    -- the places where there is something, in the order of the tree
    key rollup_own_figure (figure, path)
);

-- The sum of what is counted at a unit and at all below it
create table rollup_total (
    unit_id bigint      not null,
    figure  varchar(64) character set ascii collate ascii_bin not null,
    units   int         not null,
    primary key (unit_id, figure)
);

-- Units of which something was changed since they were counted; what is counted at those above may be another, too.
-- A row is added in the transaction that changes the facts; several for one unit do no harm, and nobody waits for
-- anybody. 0 stands for all units: count anew; a script that comes with another way of counting adds it.
create table rollup_stale (
    id      bigint not null auto_increment,
    unit_id bigint not null,
    primary key (id)
);
insert into rollup_stale (unit_id) values (0);

-- By the rules of which day was counted, and the checksum of the files they are written in
create table rollup_day (
    id    tinyint not null,
    day   date    not null,
    rules bigint  not null,
    primary key (id)
);
insert into rollup_day (id, day, rules) values (1, '2000-01-01', 0);
