-- Persons of whom a file is kept (档案). Their numbers are given out in blocks, because values are sealed with them.
create table member_sequence (
    next bigint not null
);
insert into member_sequence (next) values (1);

-- number_index, phone_index: blind; seal_key: under which key the three sealed values are. version counts changes of the
-- file and of the standing.
create table member (
    id             bigint       not null,
    name           varchar(100) not null,
    name_key       varchar(255) character set ascii collate ascii_bin not null,
    initials       varchar(40)  character set ascii collate ascii_bin not null,
    sex            varchar(8)   character set ascii collate ascii_bin not null,
    birth_on       date         not null,
    ethnicity      varchar(4)   character set ascii collate ascii_bin null,
    education      varchar(4)   character set ascii collate ascii_bin null,
    occupation     varchar(8)   character set ascii collate ascii_bin null,
    number_kind    varchar(16)  character set ascii collate ascii_bin not null,
    number_index   char(64)     character set ascii collate ascii_bin not null,
    seal_key       varchar(16)  character set ascii collate ascii_bin not null,
    sealed_number  varbinary(64)  not null,
    sealed_phone   varbinary(96)  null,
    sealed_address varbinary(800) null,
    account_id     bigint       null,
    version        bigint       not null,
    registered_at  datetime(6)  not null,
    primary key (id),
    key member_number (number_index),
    key member_name (name, id),
    key member_birth (birth_on, name, id),
    key member_initials (initials, id),
    key member_seal (seal_key),
    unique key member_account (account_id)
);

-- Who has read what of whom (调阅), when, and why; of a file, or of a list (member_id is null)
create table member_reading (
    id        bigint       not null auto_increment,
    member_id bigint       null,
    what      varchar(32)  character set ascii collate ascii_bin not null,
    many      int          not null,
    account   bigint       not null,
    post      bigint       not null,
    unit_id   bigint       not null,
    purpose   varchar(200) not null,
    at        datetime(6)  not null,
    primary key (id),
    key member_reading_member (member_id, id),
    key member_reading_at (at),
    key member_reading_account (account, at)
);
