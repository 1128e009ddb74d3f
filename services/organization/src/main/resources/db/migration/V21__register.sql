-- Economic and social units (单位台账). open_code is credit_code while the unit is open, so that the unique key speaks
-- of open units only.
create table register_unit (
    id            bigint  not null auto_increment,
    credit_code   char(18) character set ascii collate ascii_bin null,
    open_code     char(18) character set ascii collate ascii_bin null,
    registered_on date    not null,
    closed_on     date    null,
    version       bigint  not null,
    primary key (id),
    unique key register_unit_open_code (open_code)
);

-- What a unit was from valid_from to the day before valid_to; 9999-12-31 while it is
create table register_state (
    register_id bigint       not null,
    valid_from  date         not null,
    valid_to    date         not null,
    place_id    bigint       not null,
    name        varchar(200) not null,
    type        varchar(32)  character set ascii collate ascii_bin not null,
    employees   int          not null,
    members     int          not null,
    subject     varchar(64)  character set ascii collate ascii_bin not null,
    at          datetime(6)  not null,
    primary key (register_id, valid_from),
    key register_state_place (place_id, valid_to, valid_from, type, members)
);

-- Which Party unit stands for a unit from valid_from to the day before valid_to; one at a time in each role
create table register_link (
    id            bigint      not null auto_increment,
    register_id   bigint      not null,
    role          varchar(16) character set ascii collate ascii_bin not null,
    party_unit_id bigint      not null,
    founding      varchar(32) character set ascii collate ascii_bin null,
    valid_from    date        not null,
    valid_to      date        not null,
    subject       varchar(64) character set ascii collate ascii_bin not null,
    at            datetime(6) not null,
    primary key (id),
    key register_link_unit (register_id, role, valid_to, valid_from, party_unit_id),
    key register_link_party (party_unit_id, role, valid_to, valid_from, founding)
);
