-- A task that a unit dispatched (任务派送)
create table dispatch (
    id                bigint        not null auto_increment,
    number            varchar(64)   character set ascii collate ascii_bin not null,
    issuer_id         bigint        not null,
    title             varchar(200)  not null,
    text              mediumtext    not null,
    goal              varchar(1000) not null,
    deadline          datetime(6)   not null,
    material_required boolean       not null,
    target            text          not null,
    addressed         int           not null,
    issued_by         bigint        not null,
    issued_at         datetime(6)   not null,
    version           bigint        not null,
    primary key (id),
    unique key dispatch_number (number),
    key dispatch_issuer (issuer_id, id)
);

-- The last number given by an issuer in a year
create table dispatch_number (
    issuer_id bigint   not null,
    year      smallint not null,
    last      int      not null,
    primary key (issuer_id, year)
);

-- What one unit has to do for a dispatch
create table assignment (
    id          bigint      not null auto_increment,
    dispatch_id bigint      not null,
    unit_id     bigint      not null,
    state       varchar(12) character set ascii collate ascii_bin not null,
    version     bigint      not null,
    signed_at   datetime(6) null,
    signed_by   bigint      null,
    primary key (id),
    unique key assignment_once (dispatch_id, unit_id),
    key assignment_unit (unit_id, state)
);

-- What a unit handed in, and what its superior said to it
create table submission (
    id            bigint        not null auto_increment,
    assignment_id bigint        not null,
    number        int           not null,
    report        text          not null,
    materials     text          not null,
    submitted_by  bigint        not null,
    submitted_at  datetime(6)   not null,
    verdict       varchar(12)   character set ascii collate ascii_bin null,
    reason        varchar(1000) null,
    reviewed_by   bigint        null,
    reviewed_at   datetime(6)   null,
    primary key (id),
    unique key submission_number (assignment_id, number)
);
