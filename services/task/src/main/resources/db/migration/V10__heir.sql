-- What becomes of an assignment whose unit ends (承继): it goes on at the heir, is joined (并入) with the heir's own, or is closed.
-- from_unit: the unit that was addressed, if another one has it now
-- joined_to: the assignment that goes on instead of this one
-- document: by which change it was joined or closed
alter table assignment
    add column from_unit bigint       null,
    add column joined_to bigint       null,
    add column document  varchar(100) null,
    add key assignment_from (from_unit, dispatch_id);

-- Who had which assignment until when, and why not any longer
create table handover (
    id            bigint       not null auto_increment,
    assignment_id bigint       not null,
    from_unit     bigint       not null,
    to_unit       bigint       null,
    became        varchar(8)   character set ascii collate ascii_bin not null,
    joined_to     bigint       null,
    day           date         not null,
    document      varchar(100) null,
    subject       varchar(64)  character set ascii collate ascii_bin not null,
    at            datetime(6)  not null,
    primary key (id),
    key handover_assignment (assignment_id)
);

-- Units that ended, and who goes on with what they had to do; nobody if no heir was named
create table heir_done (
    unit_id     bigint       not null,
    heir_id     bigint       null,
    day         date         not null,
    document    varchar(100) null,
    assignments int          not null,
    primary key (unit_id),
    key heir_done_heir (heir_id)
);
