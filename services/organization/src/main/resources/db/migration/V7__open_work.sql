-- Assignments of task that a unit still has to finish, as far as this service has heard; finished stays set whatever
-- order the events come in
create table open_work (
    assignment bigint  not null,
    unit_id    bigint  not null,
    finished   boolean not null,
    primary key (assignment),
    key open_work_unit (unit_id, finished)
);
