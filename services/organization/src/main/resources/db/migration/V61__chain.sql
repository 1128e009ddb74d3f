-- Industrial chains (产业链) that a county or township keeps; a code is never used again
create table chain (
    id        bigint      not null auto_increment,
    keeper_id bigint      not null,
    code      varchar(32) character set ascii collate ascii_bin not null,
    opened_on date        not null,
    valid_to  date        not null,
    version   bigint      not null,
    subject   varchar(64) character set ascii collate ascii_bin not null,
    at        datetime(6) not null,
    primary key (id),
    unique key chain_code (keeper_id, code)
);

-- What a chain was called and who led it (链主), from valid_from to the day before valid_to; one row for every day
create table chain_state (
    chain_id   bigint       not null,
    valid_from date         not null,
    valid_to   date         not null,
    name       varchar(100) not null,
    leader_id  bigint       null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (chain_id, valid_from)
);

-- The register units on a chain (链上单位), from valid_from to the day before valid_to
create table chain_link (
    id          bigint      not null auto_increment,
    chain_id    bigint      not null,
    register_id bigint      not null,
    valid_from  date        not null,
    valid_to    date        not null,
    subject     varchar(64) character set ascii collate ascii_bin not null,
    at          datetime(6) not null,
    primary key (id),
    key chain_link_chain (chain_id, valid_to, valid_from, register_id)
);

-- The functional Party unit that leads Party work on a chain (产业链党组织), one at a time
create table chain_party (
    id            bigint      not null auto_increment,
    chain_id      bigint      not null,
    party_unit_id bigint      not null,
    valid_from    date        not null,
    valid_to      date        not null,
    subject       varchar(64) character set ascii collate ascii_bin not null,
    at            datetime(6) not null,
    primary key (id),
    key chain_party_chain (chain_id, valid_to, valid_from, party_unit_id),
    key chain_party_unit (party_unit_id, valid_to)
);
