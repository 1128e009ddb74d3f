-- What each unit was, from valid_from to the day before valid_to: one row for every day since the unit was established,
-- for ever, so that an abolished unit (ended) still follows the units above it. Days to come are rows like those past.
create table unit_period (
    unit_id    bigint       not null,
    valid_from date         not null,
    valid_to   date         not null,
    ended      boolean      not null,
    parent_id  bigint       null,
    code       varchar(32)  character set ascii collate ascii_bin not null,
    name       varchar(200) not null,
    tier       varchar(16)  character set ascii collate ascii_bin not null,
    kind       varchar(40)  character set ascii collate ascii_bin not null,
    domain     varchar(16)  character set ascii collate ascii_bin not null,
    reason     varchar(16)  character set ascii collate ascii_bin not null,
    change_id  bigint       null,
    document   varchar(100) null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (unit_id, valid_from),
    -- the units below a unit on any day
    key unit_period_parent (parent_id, valid_from),
    -- who has a code on a day
    key unit_period_code (code, valid_from),
    -- what begins on a day
    key unit_period_day (valid_from)
);

insert into unit_period (unit_id, valid_from, valid_to, ended, parent_id, code, name, tier, kind, domain, reason,
                         change_id, document, subject, at)
select v.unit_id, v.valid_from,
       coalesce((select min(n.valid_from) from unit_version n
                  where n.unit_id = v.unit_id and n.valid_from > v.valid_from), '9999-12-31'),
       v.reason = 'ABOLISHED', v.parent_id, v.code, v.name, v.tier, v.kind, v.domain, v.reason,
       null, v.document, v.subject, v.at
  from unit_version v
 where v.version = (select max(l.version) from unit_version l
                     where l.unit_id = v.unit_id and l.valid_from = v.valid_from);

-- What the tree said before somebody corrected it
create table unit_period_superseded (
    id            bigint       not null auto_increment,
    unit_id       bigint       not null,
    valid_from    date         not null,
    valid_to      date         not null,
    ended         boolean      not null,
    parent_id     bigint       null,
    code          varchar(32)  character set ascii collate ascii_bin not null,
    name          varchar(200) not null,
    tier          varchar(16)  character set ascii collate ascii_bin not null,
    kind          varchar(40)  character set ascii collate ascii_bin not null,
    domain        varchar(16)  character set ascii collate ascii_bin not null,
    reason        varchar(16)  character set ascii collate ascii_bin not null,
    change_id     bigint       null,
    document      varchar(100) null,
    subject       varchar(64)  character set ascii collate ascii_bin not null,
    at            datetime(6)  not null,
    superseded_at datetime(6)  not null,
    primary key (id),
    key unit_period_superseded_unit (unit_id, id)
);

-- Where each unit was, derived from the periods of the units above it
create table unit_place (
    unit_id    bigint      not null,
    valid_from date        not null,
    valid_to   date        not null,
    path       varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit_id, valid_from),
    -- a subtree on any day
    key unit_place_path (path, valid_from, valid_to),
    key unit_place_day (valid_from)
);

insert into unit_place (unit_id, valid_from, valid_to, path)
select v.unit_id, v.valid_from,
       coalesce((select min(n.valid_from) from unit_version n
                  where n.unit_id = v.unit_id and n.valid_from > v.valid_from), '9999-12-31'),
       v.path
  from unit_version v
 where v.version = (select max(l.version) from unit_version l
                     where l.unit_id = v.unit_id and l.valid_from = v.valid_from);

drop table unit_version;

-- The units that a change touches, while it is being made; whoever holds tree_lock has this table
create table tree_touched (
    unit_id bigint  not null,
    level   tinyint not null,
    version bigint  null,
    primary key (unit_id),
    key tree_touched_level (level)
);

-- The day of which table unit tells the state
create table tree_day (
    id  tinyint not null,
    day date    not null,
    primary key (id)
);
insert into tree_day (id, day) values (1, '2000-01-01');

-- Who came out of whom (沿革)
create table unit_lineage (
    id             bigint      not null auto_increment,
    predecessor_id bigint      not null,
    successor_id   bigint      not null,
    reason         varchar(16) character set ascii collate ascii_bin not null,
    day            date        not null,
    change_id      bigint      null,
    primary key (id),
    unique key unit_lineage_pair (predecessor_id, successor_id, day),
    key unit_lineage_successor (successor_id)
);
