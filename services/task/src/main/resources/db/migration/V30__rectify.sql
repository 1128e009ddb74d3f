-- Items of rectification lists of assessment (整改清单): each becomes one dispatch
create table rectify_item (
    item     bigint not null,
    dispatch bigint null,
    primary key (item)
);
