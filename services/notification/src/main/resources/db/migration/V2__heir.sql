-- What an ended unit had in its inbox goes on at its heir (承继): the old row says to whom (HANDED_ON, or only handed_to if
-- the heir has the same of its own), the new one from whom
alter table inbox_item
    add column handed_from bigint null,
    add column handed_to   bigint null;

-- Who has an assignment of a unit that ended, as the newest event about it said; kept so that it can be heard before the
-- addresses of its dispatch
create table handed_over (
    assignment bigint not null,
    dispatch   bigint not null,
    origin     bigint not null,
    unit       bigint not null,
    heir       bigint null,
    version    bigint not null,
    primary key (assignment),
    key handed_over_dispatch (dispatch)
);
