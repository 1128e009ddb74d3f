-- Grades and stars of the units of a frozen scheme (分类定级、星级评定); where it stands is in case_file
create table grading (
    id        bigint       not null,
    scheme_id bigint       not null,
    unit_id   bigint       not null,
    year      smallint     not null,
    scale     varchar(8)   character set ascii collate ascii_bin not null,
    document  varchar(100) not null,
    filed_on  date         null,
    primary key (id),
    unique key grading_scheme (scheme_id)
);

create table grade (
    grading_id bigint       not null,
    unit_id    bigint       not null,
    grade      varchar(12)  character set ascii collate ascii_bin not null,
    total      int          not null,
    reason     varchar(200) null,
    primary key (grading_id, unit_id),
    key grade_unit (unit_id)
);
