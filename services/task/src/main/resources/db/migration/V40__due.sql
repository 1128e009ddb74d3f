-- Deadlines that were said in working days (期限), so that they can be counted again while they are provisional: the notice of
-- a year was not known (R-38)
create table working_deadline (
    dispatch_id  bigint      not null,
    counted_from date        not null,
    working_days smallint    not null,
    deadline     datetime(6) not null,
    provisional  boolean     not null,
    primary key (dispatch_id),
    key working_deadline_provisional (provisional)
);
