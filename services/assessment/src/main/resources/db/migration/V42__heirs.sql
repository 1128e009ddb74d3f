-- Units that ended, and who goes on with what was open; nobody if no heir was named
-- version: of the unit, as the event said by which it ended; what an older event says of it is passed over
create table heir_done (
    unit_id  bigint       not null,
    heir_id  bigint       null,
    day      date         not null,
    document varchar(100) null,
    version  bigint       not null,
    primary key (unit_id)
);
