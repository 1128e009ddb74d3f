-- Stays of members elsewhere (流动党员), by the id of their case: the unit of the case is where he belongs, the other one
-- where he stays. How to reach him is sealed with seal_key.
create table floating (
    id                bigint       not null,
    member_id         bigint       not null,
    place             varchar(16)  character set ascii collate ascii_bin not null,
    destination       varchar(200) not null,
    employer          varchar(200) null,
    mind              varchar(500) null,
    reason            varchar(200) not null,
    reported_on       date         not null,
    accepted_on       date         null,
    origin_contact_on date         null,
    stay_contact_on   date         null,
    returned_on       date         null,
    seal_key          varchar(16)  character set ascii collate ascii_bin null,
    sealed_contact    varbinary(832) null,
    primary key (id),
    key floating_member (member_id),
    key floating_seal (seal_key)
);
