-- Dispatches as announced by task; a row without a title was met in another event first
create table dispatch (
    id        bigint       not null,
    number    varchar(64)  null,
    title     varchar(200) null,
    issuer    bigint       null,
    deadline  datetime(6)  null,
    announced int          null,
    primary key (id)
);

-- One row, shared by those who count facts where their units are, and held alone by those who move facts
create table placing (
    id tinyint not null,
    primary key (id)
);
insert into placing (id) values (1);

-- What is known of one addressed unit; counted in the cells of the ancestors that counted_path names, and in no other
create table fact (
    dispatch     bigint       not null,
    unit         bigint       not null,
    assignment   bigint       null,
    version      bigint       not null,
    state        varchar(16)  character set ascii collate ascii_bin not null,
    addressed    tinyint      not null,
    delivery     varchar(16)  character set ascii collate ascii_bin not null,
    reason       varchar(200) null,
    counted_path varchar(64)  character set ascii collate ascii_bin null,
    delivered    tinyint generated always as (addressed = 1 and delivery = 'DELIVERED') virtual,
    failed       tinyint generated always as (addressed = 1 and delivery = 'FAILED') virtual,
    signed       tinyint generated always as (state <> 'ADDRESSED') virtual,
    submitted    tinyint generated always as (state in ('SUBMITTED', 'APPROVED')) virtual,
    returned     tinyint generated always as (state = 'RETURNED') virtual,
    approved     tinyint generated always as (state = 'APPROVED') virtual,
    primary key (dispatch, unit),
    -- all facts of a unit that moves
    key fact_unit (unit),
    -- the units behind a number, in the order of the tree
    key fact_subtree (dispatch, counted_path, addressed, state, delivery)
);

-- Sums of all facts below a path; a fact itself is in no cell of its own
create table cell (
    dispatch  bigint      not null,
    depth     tinyint     not null,
    path      varchar(64) character set ascii collate ascii_bin not null,
    addressed int         not null,
    delivered int         not null,
    failed    int         not null,
    signed    int         not null,
    submitted int         not null,
    returned  int         not null,
    approved  int         not null,
    primary key (dispatch, depth, path)
);
