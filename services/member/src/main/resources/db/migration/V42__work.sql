-- How whole the files are that a unit keeps open, as it was told of the unit; of a unit that has changed since, the files
-- themselves are asked. One column for each fact: how many files lack it
create table work_files (
    unit_id            bigint not null,
    people             int    not null,
    whole              int    not null,
    asked              int    not null,
    missing_number     int    not null,
    missing_ethnicity  int    not null,
    missing_education  int    not null,
    missing_occupation int    not null,
    missing_phone      int    not null,
    missing_address    int    not null,
    missing_class      int    not null,
    missing_applied    int    not null,
    missing_admitted   int    not null,
    missing_full       int    not null,
    primary key (unit_id)
);

-- Days up to which it was told what has become overdue
create table work_day (
    day date not null,
    primary key (day)
);

insert into due (kind, id, changed) select distinct 'work', unit_id, true from standing where unit_id is not null;
insert into due (kind, id, changed)
select distinct 'work', f.other_unit_id, true from case_file f where f.other_unit_id is not null and f.closed_at is null
on duplicate key update changed = true;
