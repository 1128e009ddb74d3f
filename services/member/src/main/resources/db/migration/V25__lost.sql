-- Searches for members whom nobody can reach (失联), by the id of their case. census_id: the census that proposed it
create table lost_case (
    id              bigint not null,
    member_id       bigint not null,
    last_contact_on date   not null,
    stopped_on      date   null,
    census_id       bigint null,
    primary key (id),
    key lost_case_member (member_id)
);
