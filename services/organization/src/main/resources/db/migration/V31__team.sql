-- Terms (届) of the teams of units. term_years is what the rule said on the first day, due_on what follows from it and
-- from approved changes; the status follows from the days and is stored nowhere.
create table team_session (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    number     smallint     not null,
    started_on date         not null,
    term_years tinyint      not null,
    due_on     date         not null,
    ended_on   date         null,
    document   varchar(100) not null,
    version    bigint       not null,
    primary key (id),
    unique key team_session_number (unit_id, number),
    key team_session_due (ended_on, due_on, id)
);

-- Approved changes of a due date; rows are added, never changed
create table team_term_change (
    id         bigint       not null auto_increment,
    session_id bigint       not null,
    due_before date         not null,
    due_on     date         not null,
    document   varchar(100) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key team_term_change_session (session_id)
);

-- Who sits in a unit's team; the same person may hold several seats
create table team_person (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    name       varchar(100) not null,
    account_id bigint       null,
    primary key (id),
    unique key team_person_account (unit_id, account_id)
);

-- A person on a post from a day to the day before another; announce_on is the day on which that has to be told again
create table team_seat (
    id          bigint       not null auto_increment,
    unit_id     bigint       not null,
    session_id  bigint       not null,
    post        varchar(32)  character set ascii collate ascii_bin not null,
    person_id   bigint       not null,
    from_on     date         not null,
    to_on       date         null,
    full_time   boolean      not null,
    reason      varchar(200) null,
    announce_on date         null,
    version     bigint       not null,
    primary key (id),
    key team_seat_unit (unit_id, post, to_on),
    key team_seat_announce (announce_on)
);

-- How many seats of a post a unit has, where the rules say nothing or something else; rows are added, never changed
create table team_quota (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    post     varchar(32)  character set ascii collate ascii_bin not null,
    since    date         not null,
    quota    smallint     not null,
    document varchar(100) not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    key team_quota_unit (unit_id, post, since)
);
