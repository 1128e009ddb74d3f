-- An official who has contact points, entered by the office of the official's unit
create table contact_leader (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    name       varchar(100) not null,
    duty       varchar(100) not null,
    account_id bigint       null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key contact_leader_unit (unit_id)
);

-- Which unit is whose contact point (联点、包片、驻村); to_day is the last day, null while it lasts
create table contact_link (
    id        bigint      not null auto_increment,
    leader_id bigint      not null,
    unit_id   bigint      not null,
    kind      varchar(12) character set ascii collate ascii_bin not null,
    from_day  date        not null,
    to_day    date        null,
    version   bigint      not null,
    primary key (id),
    key contact_link_unit (unit_id, kind),
    key contact_link_leader (leader_id)
);

-- The visit log (走访记录): halves counts half days from day on
create table contact_visit (
    id        bigint        not null auto_increment,
    leader_id bigint        not null,
    unit_id   bigint        not null,
    day       date          not null,
    halves    smallint      not null,
    found     varchar(1000) not null,
    subject   varchar(64)   character set ascii collate ascii_bin not null,
    at        datetime(6)   not null,
    primary key (id),
    key contact_visit_unit (unit_id),
    key contact_visit_leader (leader_id, day)
);

create table contact_problem (
    visit_id  bigint       not null,
    number    smallint     not null,
    text      varchar(500) not null,
    solved_on date         null,
    solution  varchar(500) null,
    primary key (visit_id, number)
);
