-- seat (班子职务任职): who sits where in the team of a unit, as heard from organization. to_day: the first day on which
-- the person is not there any more; account: with which the person signs in, as far as organization knows
create table seat (
    id       bigint      not null,
    unit     bigint      not null,
    post     varchar(32) character set ascii collate ascii_bin not null,
    account  bigint      null,
    from_day date        not null,
    to_day   date        null,
    version  bigint      not null,
    primary key (id),
    key seat_unit (unit, id)
);
