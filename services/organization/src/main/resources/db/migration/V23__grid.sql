-- Places under a community: grids, buildings, households; open from valid_from to the day before valid_to (9999-12-31
-- while it is)
create table grid_place (
    id           bigint       not null auto_increment,
    community_id bigint       not null,
    parent_id    bigint       null,
    kind         varchar(16)  character set ascii collate ascii_bin not null,
    name         varchar(100) not null,
    valid_from   date         not null,
    valid_to     date         not null,
    version      bigint       not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    primary key (id),
    key grid_place_community (community_id, valid_to, valid_from, kind, parent_id),
    key grid_place_parent (parent_id, valid_to)
);

-- Which Party unit stands for a place from valid_from to the day before valid_to; one at a time
create table grid_link (
    id            bigint      not null auto_increment,
    place_id      bigint      not null,
    party_unit_id bigint      not null,
    valid_from    date        not null,
    valid_to      date        not null,
    subject       varchar(64) character set ascii collate ascii_bin not null,
    at            datetime(6) not null,
    primary key (id),
    key grid_link_place (place_id, valid_to, valid_from, party_unit_id)
);
