-- What a rule over frozen years proposes about a unit (结果运用); where it stands is in case_file
create table consequence (
    id            bigint       not null,
    unit_id       bigint       not null,
    owner_id      bigint       not null,
    year          smallint     not null,
    ground        varchar(16)  character set ascii collate ascii_bin not null,
    source        varchar(300) not null,
    hearing_until date         null,
    measure       varchar(16)  character set ascii collate ascii_bin null,
    document      varchar(100) null,
    decided_on    date         null,
    primary key (id),
    unique key consequence_unit (unit_id, year, owner_id, ground)
);

-- The trail: of each year that counts the grade on file, the sum, and how many of the peers had less
create table evidence (
    consequence_id bigint      not null,
    year           smallint    not null,
    grading_id     bigint      not null,
    grade          varchar(12) character set ascii collate ascii_bin not null,
    total          int         not null,
    fewer          int         not null,
    peers          int         not null,
    primary key (consequence_id, year)
);
