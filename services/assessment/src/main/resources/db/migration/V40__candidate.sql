-- What people of organization have said to a unit with few stars (软弱涣散候选), as organization has told
create table candidate (
    grading_id   bigint       not null,
    unit_id      bigint       not null,
    candidate_id bigint       not null,
    state        varchar(12)  character set ascii collate ascii_bin not null,
    ended        boolean      not null,
    weak_case    bigint       null,
    reason       varchar(900) null,
    decided_on   date         null,
    version      bigint       not null,
    primary key (grading_id, unit_id),
    key candidate_unit (unit_id)
);
