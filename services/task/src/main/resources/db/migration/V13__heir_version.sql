-- version: of the unit, as the event said by which it ended; what an older event says of it is passed over
-- Nobody asked how many assignments went, or which units ended in one heir
alter table heir_done
    add column version bigint not null default 0,
    drop column assignments,
    drop key heir_done_heir;
