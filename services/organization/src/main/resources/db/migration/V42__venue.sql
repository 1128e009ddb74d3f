-- A place for Party activities (党建阵地); what is known of it stands in its reports
create table venue (
    id      bigint       not null auto_increment,
    unit_id bigint       not null,
    name    varchar(100) not null,
    version bigint       not null,
    primary key (id),
    key venue_unit (unit_id)
);

-- What a village said of its venue, and what the township said to it; a report is judged once
create table venue_report (
    id          bigint        not null auto_increment,
    venue_id    bigint        not null,
    day         date          not null,
    area        decimal(9, 2) not null,
    address     varchar(200)  not null,
    reported_by bigint        not null,
    reported_at datetime(6)   not null,
    verdict     varchar(12)   character set ascii collate ascii_bin null,
    reason      varchar(500)  null,
    judged_by   bigint        null,
    judged_on   date          null,
    primary key (id),
    key venue_report_venue (venue_id, verdict)
);

create table venue_flag (
    report_id bigint      not null,
    tag       varchar(24) character set ascii collate ascii_bin not null,
    primary key (report_id, tag)
);

-- Files of the archive
create table venue_photo (
    report_id bigint      not null,
    file      varchar(64) character set ascii collate ascii_bin not null,
    primary key (report_id, file)
);

-- What a county asks of a venue, for example its 五统一; until_day is the last day
create table venue_tag (
    id        bigint       not null auto_increment,
    county_id bigint       not null,
    tag       varchar(24)  character set ascii collate ascii_bin not null,
    title     varchar(100) not null,
    document  varchar(100) not null,
    since     date         not null,
    until_day date         null,
    primary key (id),
    unique key venue_tag_once (county_id, tag)
);

-- Building or repairing a venue; judged once like a report
create table venue_project (
    id          bigint       not null auto_increment,
    venue_id    bigint       not null,
    kind        varchar(12)  character set ascii collate ascii_bin not null,
    title       varchar(200) not null,
    from_day    date         not null,
    to_day      date         null,
    cost_fen    bigint       not null,
    reported_by bigint       not null,
    reported_at datetime(6)  not null,
    verdict     varchar(12)  character set ascii collate ascii_bin null,
    reason      varchar(500) null,
    judged_by   bigint       null,
    judged_on   date         null,
    primary key (id),
    key venue_project_venue (venue_id, verdict)
);
