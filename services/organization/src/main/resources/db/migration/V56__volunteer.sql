-- The member who volunteers in a household (党员中心户) from valid_from to the day before valid_to; one at a time
create table grid_volunteer (
    id         bigint       not null auto_increment,
    place_id   bigint       not null,
    name       varchar(100) not null,
    member_id  bigint       null,
    valid_from date         not null,
    valid_to   date         not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key grid_volunteer_place (place_id, valid_to, valid_from)
);
