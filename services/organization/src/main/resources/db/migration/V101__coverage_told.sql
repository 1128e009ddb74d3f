-- What was told last of the coverage of what lies directly at a place; version grows with each telling
-- again: to be told once more as it is, after a broker was set up anew
create table coverage_told (
    unit_id           bigint  not null,
    covered           int     not null,
    should_be_covered int     not null,
    not_yet           int     not null,
    not_required      int     not null,
    as_of             date    not null,
    version           bigint  not null,
    again             boolean not null,
    primary key (unit_id)
);

-- as_of: since when a team stands so, as it was told; null where it was told before there was this column
alter table team_told
    add column as_of date    null,
    add column again boolean not null default false;
