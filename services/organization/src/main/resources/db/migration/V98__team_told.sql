-- What was told last of the team of a unit; version grows with each telling
create table team_told (
    unit_id   bigint  not null,
    quota     int     not null,
    filled    int     not null,
    secretary boolean null,
    due_on    date    null,
    version   bigint  not null,
    primary key (unit_id)
);
