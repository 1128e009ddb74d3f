-- Proposals that came in one list (a file of room intake), so that they can be approved together
create table change_batch (
    batch     bigint not null,
    line      int    not null,
    change_id bigint not null,
    primary key (batch, line),
    unique key change_batch_change (change_id)
);
