-- Who is late (欠交), as bills and payments say: of months that are over, the longest row of open ones
create table late (
    member_id   bigint   not null,
    unit_id     bigint   not null,
    months      smallint not null,
    since_month date     not null,
    open_months smallint not null,
    fen         bigint   not null,
    primary key (member_id),
    key late_unit_months (unit_id, months, fen),
    key late_months (months, member_id)
);

-- How many are late at a unit itself, by months in a row; m6: six and more
create table late_unit (
    unit_id bigint  not null,
    m1      int     not null,
    m2      int     not null,
    m3      int     not null,
    m4      int     not null,
    m5      int     not null,
    m6      int     not null,
    fen     bigint  not null,
    told    boolean not null,
    version bigint  not null,
    primary key (unit_id)
);

-- Members who are to be counted again
create table late_due (
    member_id bigint not null,
    primary key (member_id)
);

-- Areas that are counted once a day, and when they were
create table late_run (
    unit_id bigint  not null,
    own     boolean not null,
    ran_on  date    not null,
    primary key (unit_id, own),
    key late_run_ran (ran_on, unit_id)
);

-- That somebody was reminded; rows are added, never changed
create table reminder (
    id        bigint       not null auto_increment,
    member_id bigint       not null,
    unit_id   bigint       not null,
    day       date         not null,
    months    smallint     not null,
    fen       bigint       not null,
    note      varchar(200) null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    unique key reminder_once (member_id, day)
);
