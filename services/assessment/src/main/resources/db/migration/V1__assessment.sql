-- What is measured (指标口径): the rows of rules/measures.csv (version 0), and what other services have announced
create table measure (
    code       varchar(48)  character set ascii collate ascii_bin not null,
    name       varchar(60)  not null,
    definition varchar(300) not null,
    counted_in varchar(20)  not null,
    fact       varchar(48)  character set ascii collate ascii_bin not null,
    source     varchar(80)  character set ascii collate ascii_bin not null,
    kept       boolean      not null,
    nature     varchar(24)  character set ascii collate ascii_bin not null,
    objects    varchar(80)  character set ascii collate ascii_bin not null,
    version    bigint       not null,
    primary key (code)
);

-- What has happened, or how it stands: of a thing that happened one row, on its day; of a state one row for each day from
-- which it holds, up to the day before to_on. Days may lie ahead: what is late from tomorrow on counts from tomorrow on.
create table fact (
    measure     varchar(48) character set ascii collate ascii_bin not null,
    thing       varchar(80) character set ascii collate ascii_bin not null,
    day         date        not null,
    to_on       date        not null,
    kept        boolean     not null,
    unit_id     bigint      not null,
    numerator   bigint      not null,
    denominator bigint      not null,
    event_id    char(36)    character set ascii collate ascii_bin not null,
    version     bigint      not null,
    heard_at    datetime(6) not null,
    primary key (measure, thing, day),
    key fact_unit (unit_id, measure, day, to_on, kept, numerator, denominator),
    key fact_day (day, unit_id)
);

-- Assignments as far as they were heard of, in whatever order
create table work (
    assignment_id bigint      not null,
    dispatch      bigint      not null,
    unit_id       bigint      not null,
    deadline      datetime(6) null,
    handed_in_at  datetime(6) null,
    closed        boolean     not null,
    version       bigint      not null,
    event_id      char(36)    character set ascii collate ascii_bin not null,
    told          bigint      not null,
    primary key (assignment_id)
);

-- Where units have stood, if at more than one place
create table unit_stay (
    unit_id bigint      not null,
    from_on date        not null,
    to_on   date        not null,
    path    varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit_id, from_on),
    key unit_stay_path (path)
);

-- A scheme (考核方案): what one kind of units is scored by in a year, below the unit that has published it
create table scheme (
    id             bigint       not null auto_increment,
    unit_id        bigint       not null,
    frame          bigint       null,
    year           smallint     not null,
    object         varchar(16)  character set ascii collate ascii_bin not null,
    domain         varchar(8)   character set ascii collate ascii_bin null,
    title          varchar(100) not null,
    own_most       int          not null,
    additions_most int          not null,
    ranking        varchar(12)  character set ascii collate ascii_bin not null,
    audience       varchar(12)  character set ascii collate ascii_bin not null,
    state          varchar(12)  character set ascii collate ascii_bin not null,
    from_on        date         null,
    to_on          date         null,
    document       varchar(100) null,
    subject        varchar(64)  character set ascii collate ascii_bin not null,
    at             datetime(6)  not null,
    version        bigint       not null,
    primary key (id),
    key scheme_year (year, state, object),
    key scheme_unit (unit_id, year)
);

create table scheme_module (
    scheme_id bigint      not null,
    code      varchar(16) character set ascii collate ascii_bin not null,
    above     varchar(16) character set ascii collate ascii_bin null,
    name      varchar(60) not null,
    place     int         not null,
    primary key (scheme_id, code)
);

-- Points in hundredths, marks in hundredths of a percent
create table indicator (
    id           bigint       not null auto_increment,
    scheme_id    bigint       not null,
    place        int          not null,
    module       varchar(16)  character set ascii collate ascii_bin not null,
    code         varchar(16)  character set ascii collate ascii_bin not null,
    name         varchar(60)  not null,
    method       varchar(12)  character set ascii collate ascii_bin not null,
    measure      varchar(48)  character set ascii collate ascii_bin not null,
    below        boolean      not null,
    weight       int          not null,
    weight_least int          not null,
    weight_most  int          not null,
    cap          int          not null,
    each_fact    int          not null,
    zero_mark    int          not null,
    full_mark    int          not null,
    when_empty   varchar(16)  character set ascii collate ascii_bin not null,
    basis        varchar(200) null,
    primary key (id),
    unique key indicator_code (scheme_id, code),
    key indicator_measure (measure)
);

-- Units that are to be scored again
create table score_due (
    unit_id bigint   not null,
    year    smallint not null,
    primary key (year, unit_id)
);

-- Up to which day facts that lay ahead have been counted
create table day_turn (
    id  tinyint not null,
    day date    not null,
    primary key (id)
);

-- What a unit has of an indicator, for the part of the year from a day on in which one scheme's owner was above it
create table score (
    unit_id      bigint   not null,
    year         smallint not null,
    part_on      date     not null,
    indicator_id bigint   not null,
    scheme_id    bigint   not null,
    numerator    bigint   not null,
    denominator  bigint   not null,
    points       int      null,
    primary key (unit_id, year, part_on, indicator_id),
    key score_scheme (scheme_id, indicator_id, points)
);

-- The sum: points of the indicators that apply, scaled to a hundred, and additions; frozen ones never change
create table score_total (
    unit_id    bigint      not null,
    year       smallint    not null,
    part_on    date        not null,
    scheme_id  bigint      not null,
    as_of      date        not null,
    points     int         not null,
    applicable int         not null,
    additions  int         not null,
    total      int         null,
    frozen_at  datetime(6) null,
    primary key (unit_id, year, part_on),
    key score_total_scheme (scheme_id, total)
);

-- The middle of those who are scored by one scheme, of an indicator or (0) of the sum
create table peer_median (
    scheme_id    bigint not null,
    indicator_id bigint not null,
    units        int    not null,
    median       int    not null,
    primary key (scheme_id, indicator_id)
);

create table median_due (
    scheme_id bigint not null,
    primary key (scheme_id)
);

-- A year that is being frozen, or is: all that versions of one scheme have scored
create table year_close (
    scheme_id bigint       not null,
    unit_id   bigint       not null,
    year      smallint     not null,
    object    varchar(16)  character set ascii collate ascii_bin not null,
    domain    varchar(8)   character set ascii collate ascii_bin not null,
    state     varchar(8)   character set ascii collate ascii_bin not null,
    done_upto bigint       not null,
    parts     int          not null,
    document  varchar(100) not null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    frozen_at datetime(6)  null,
    primary key (unit_id, year, object, domain),
    key year_close_scheme (scheme_id),
    key year_close_state (state)
);

-- That somebody has made a ranking of what is frozen, in which year, and what allows a second one
create table ranking (
    id        bigint       not null auto_increment,
    unit_id   bigint       not null,
    scheme_id bigint       not null,
    object    varchar(16)  character set ascii collate ascii_bin not null,
    made_in   smallint     not null,
    basis     varchar(200) null,
    document  varchar(100) not null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    unique key ranking_scheme (scheme_id),
    key ranking_unit (unit_id, object, made_in)
);
