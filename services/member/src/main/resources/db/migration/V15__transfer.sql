-- Transfers (组织关系转接): what is said of one beside where its case stands (case_file, kind 'transfers'). Name, sex, year,
-- status and class are what the letter says of the person on the day it was asked for. from_unit_id, to_unit_id: between
-- which units he went on moved_on; a unit that ends later changes nothing of it. returned_on: the last time it was sent
-- back.
create table transfer (
    id           bigint       not null,
    sort         varchar(8)   character set ascii collate ascii_bin not null,
    member_id    bigint       null,
    name         varchar(100) not null,
    sex          varchar(8)   character set ascii collate ascii_bin not null,
    birth_year   smallint     not null,
    status       varchar(16)  character set ascii collate ascii_bin not null,
    member_class varchar(16)  character set ascii collate ascii_bin null,
    elsewhere    varchar(200) null,
    reason       varchar(500) not null,
    dues_paid_to char(7)      character set ascii collate ascii_bin null,
    letter       varchar(100) null,
    issued_on    date         null,
    valid_until  date         null,
    from_unit_id bigint       null,
    to_unit_id   bigint       null,
    moved_on     date         null,
    receipt_on   date         null,
    returned_on  date         null,
    primary key (id),
    key transfer_member (member_id),
    key transfer_from (from_unit_id, moved_on),
    key transfer_to (to_unit_id, moved_on),
    key transfer_moved (moved_on),
    key transfer_returned (returned_on)
);

-- What the letter of another province says of somebody, sealed as a whole under seal_key; goes when he is accepted or does
-- not come. number_index: blind, by which the same person is not written down twice.
create table transfer_arrival (
    id            bigint   not null,
    number_index  char(64) character set ascii collate ascii_bin not null,
    seal_key      varchar(16) character set ascii collate ascii_bin not null,
    sealed_person varbinary(3000) not null,
    primary key (id),
    key transfer_arrival_number (number_index),
    key transfer_arrival_seal (seal_key)
);
