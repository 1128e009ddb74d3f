-- Who holds which post (谁在哪个岗位), as heard from identity
create table roster (
    post    bigint      not null,
    unit_id bigint      not null,
    account bigint      not null,
    duty    varchar(32) character set ascii collate ascii_bin not null,
    active  boolean     not null,
    version bigint      not null,
    primary key (post),
    key roster_unit (unit_id, duty, active)
);

-- A campaign of debriefing and appraisal (述职评议); where it stands is in case_file. cut: sheets left out at each end, of a
-- hundred of a role; below_least: of how many sheets from below a sum is shown; good_most: of a hundred objects with 好
create table appraisal (
    id            bigint       not null,
    unit_id       bigint       not null,
    year          smallint     not null,
    objects       varchar(16)  character set ascii collate ascii_bin not null,
    title         varchar(100) not null,
    mode          varchar(8)   character set ascii collate ascii_bin not null,
    reports_from  date         not null,
    reports_until date         not null,
    vote_from     date         not null,
    vote_until    date         not null,
    cut           int          not null,
    below_least   int          not null,
    good_most     int          null,
    primary key (id),
    unique key appraisal_owner (unit_id, year, objects)
);

-- Who gives sheets (参评人员): posts by name, the objects among each other, or units below each object
create table appraisal_role (
    appraisal_id bigint      not null,
    code         varchar(16) character set ascii collate ascii_bin not null,
    place        int         not null,
    name         varchar(60) not null,
    voters       varchar(8)  character set ascii collate ascii_bin not null,
    tier         varchar(16) character set ascii collate ascii_bin null,
    duty         varchar(32) character set ascii collate ascii_bin not null,
    weight       int         not null,
    quorum       int         not null,
    needed       boolean     not null,
    primary key (appraisal_id, code)
);

create table appraisal_post (
    appraisal_id bigint      not null,
    role_code    varchar(16) character set ascii collate ascii_bin not null,
    unit_id      bigint      not null,
    duty         varchar(32) character set ascii collate ascii_bin not null,
    primary key (appraisal_id, role_code, unit_id, duty)
);

create table appraisal_criterion (
    appraisal_id bigint      not null,
    code         varchar(16) character set ascii collate ascii_bin not null,
    place        int         not null,
    name         varchar(60) not null,
    most         int         not null,
    primary key (appraisal_id, code)
);

-- An object of a campaign (评议对象). from_unit: the one before, of which it is the heir; ended_on: that nobody goes on with it
create table appraised (
    id           bigint       not null auto_increment,
    appraisal_id bigint       not null,
    unit_id      bigint       not null,
    mode         varchar(8)   character set ascii collate ascii_bin not null,
    from_unit    bigint       null,
    ended_on     date         null,
    document     varchar(200) null,
    primary key (id),
    unique key appraised_unit (appraisal_id, unit_id),
    key appraised_of (unit_id)
);

-- Who may give a sheet of whom (参评资格): fixed when the vote opens
create table ballot (
    appraised_id bigint      not null,
    account      bigint      not null,
    appraisal_id bigint      not null,
    role_code    varchar(16) character set ascii collate ascii_bin not null,
    post         bigint      not null,
    unit_id      bigint      not null,
    primary key (appraised_id, account),
    key ballot_account (account, appraisal_id),
    key ballot_role (appraisal_id, role_code)
);

-- Sheets (打分表): each change is a row of its own, the newest version counts. marks: points by criterion, in hundredths
create table sheet (
    appraised_id bigint       not null,
    account      bigint       not null,
    version      int          not null,
    points       int          not null,
    marks        varchar(900) character set ascii collate ascii_bin null,
    comment      varchar(900) null,
    at           datetime(6)  not null,
    primary key (appraised_id, account, version)
);

-- What an object says of its year (述职报告)
create table report (
    appraised_id bigint       not null,
    words        text         not null,
    problems     text         not null,
    version      bigint       not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (appraised_id)
);

-- What it promises for the next year (承诺)
create table promise (
    id           bigint       not null auto_increment,
    appraised_id bigint       not null,
    place        int          not null,
    words        varchar(500) not null,
    primary key (id),
    unique key promise_place (appraised_id, place)
);

-- What became of what was promised the year before
create table promise_kept (
    appraised_id bigint       not null,
    promise_id   bigint       not null,
    words        varchar(900) not null,
    primary key (appraised_id, promise_id)
);

-- What the owner says to a report (点评)
create table report_comment (
    id           bigint       not null auto_increment,
    appraised_id bigint       not null,
    words        varchar(900) not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (id),
    key report_comment_of (appraised_id)
);

-- What is proposed for an object (综合等次); it counts when the campaign is filed
create table appraisal_grade (
    appraised_id bigint       not null,
    grade        varchar(12)  character set ascii collate ascii_bin not null,
    composite    int          null,
    reason       varchar(300) null,
    primary key (appraised_id)
);

-- Which indicator of a scheme has taken the composites as points
create table appraisal_points (
    appraisal_id bigint       not null,
    indicator    varchar(16)  character set ascii collate ascii_bin not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (appraisal_id)
);

-- What is to be put right (整改清单); listed_at: that it was published; task says which assignment it became
create table rectification (
    id           bigint       not null auto_increment,
    appraised_id bigint       not null,
    comment_id   bigint       null,
    problem      varchar(300) not null,
    measure      varchar(900) not null,
    due_on       date         not null,
    withdrawn    boolean      not null,
    listed_at    datetime(6)  null,
    dispatch     bigint       null,
    number       varchar(64)  null,
    assignment   bigint       null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (id),
    key rectification_of (appraised_id)
);

-- Where an assignment stands, as task says it
alter table work add column state varchar(16) character set ascii collate ascii_bin null;
