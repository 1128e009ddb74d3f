-- The yearly screening of one county (软弱涣散排查)
create table weak_batch (
    id          bigint       not null auto_increment,
    county_id   bigint       not null,
    year        smallint     not null,
    document    varchar(100) not null,
    screen_from date         not null,
    screen_to   date         not null,
    subject     varchar(64)  character set ascii collate ascii_bin not null,
    at          datetime(6)  not null,
    primary key (id),
    unique key weak_batch_once (county_id, year),
    key weak_batch_year (year)
);

-- One unit in one screening; period_* is the rectification period of the present round
create table weak_case (
    id          bigint      not null auto_increment,
    batch_id    bigint      not null,
    unit_id     bigint      not null,
    state       varchar(12) character set ascii collate ascii_bin not null,
    round       smallint    not null,
    period_from date        null,
    period_to   date        null,
    screened_by bigint      not null,
    version     bigint      not null,
    primary key (id),
    unique key weak_case_once (batch_id, unit_id),
    key weak_case_unit (unit_id)
);

create table weak_problem (
    case_id bigint      not null,
    type    varchar(24) character set ascii collate ascii_bin not null,
    primary key (case_id, type),
    key weak_problem_type (type)
);

-- Who answers for a case (4+1 包抓): to_day is the last day, null while it lasts
create table weak_link (
    id       bigint       not null auto_increment,
    case_id  bigint       not null,
    role     varchar(24)  character set ascii collate ascii_bin not null,
    name     varchar(100) not null,
    unit     varchar(200) not null,
    from_day date         not null,
    to_day   date         null,
    primary key (id),
    key weak_link_case (case_id, role)
);

-- The plan (一村一策)
create table weak_measure (
    id          bigint       not null auto_increment,
    case_id     bigint       not null,
    round       smallint     not null,
    text        varchar(500) not null,
    responsible varchar(100) not null,
    due_on      date         not null,
    done_on     date         null,
    result      varchar(500) null,
    primary key (id),
    key weak_measure_case (case_id)
);

-- What has happened to a case; rows are added, never changed
create table weak_step (
    id       bigint        not null auto_increment,
    case_id  bigint        not null,
    step     varchar(12)   character set ascii collate ascii_bin not null,
    round    smallint      not null,
    day      date          not null,
    document varchar(100)  null,
    note     varchar(1000) null,
    unit_id  bigint        not null,
    subject  varchar(64)   character set ascii collate ascii_bin not null,
    at       datetime(6)   not null,
    primary key (id),
    key weak_step_case (case_id)
);
