-- Units that end, all on one day, while what hangs on them follows; whoever holds tree_lock has this table.
-- goes_to: the heir, or else the unit above
create table unit_departure (
    unit_id bigint       not null,
    heir_id bigint       null,
    goes_to bigint       null,
    day     date         not null,
    reason  varchar(200) not null,
    subject varchar(64)  character set ascii collate ascii_bin not null,
    at      datetime(6)  not null,
    primary key (unit_id)
);

-- Units that came under another one, or took something over, with the paths that are concerned; the same
create table unit_removal (
    unit_id bigint      not null,
    path    varchar(64) character set ascii collate ascii_bin not null,
    path_to varchar(65) character set ascii collate ascii_bin not null,
    day     date        not null,
    primary key (unit_id)
);

-- Which place of a merged community goes on as this one
alter table grid_place
    add column came_from bigint null after parent_id,
    add key grid_place_came_from (came_from);

alter table grid_link
    add key grid_link_party (party_unit_id, valid_to);

-- The chains of a register unit that goes elsewhere
alter table chain_link
    add key chain_link_register (register_id, valid_to);

-- What ended because its unit did
alter table election
    add column closed_on    date         null,
    add column close_reason varchar(200) null;

alter table work_team
    add column end_reason varchar(200) null after ended_on;

alter table joint_body
    add column ended_on   date         null after founded_on,
    add column end_reason varchar(200) null after ended_on;

-- What units have left behind that ended before this: the next start tells the rooms
update tree_day set day = '2000-01-01' where exists (select 1 from unit_period where ended = true);
