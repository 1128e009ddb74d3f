-- A unit that had few stars, as assessment has told (软弱涣散候选); where it stands is in case_file
-- unit_id: the unit that was graded; grading and owner: as assessment knows them
create table weak_candidate (
    id         bigint       not null,
    unit_id    bigint       not null,
    year       smallint     not null,
    stars      tinyint      not null,
    grading    bigint       not null,
    owner      bigint       not null,
    document   varchar(100) not null,
    weak_case  bigint       null,
    reason     varchar(900) null,
    decided_on date         null,
    primary key (id),
    unique key weak_candidate_once (grading, unit_id)
);

-- From which candidate a case comes, if from any
alter table weak_case add column candidate_id bigint null;
