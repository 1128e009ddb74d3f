-- Units that have ended, and who has their money since
create table heir_done (
    unit_id bigint      not null,
    heir_id bigint      not null,
    day     date        not null,
    subject varchar(64) character set ascii collate ascii_bin not null,
    primary key (unit_id),
    key heir_done_heir (heir_id)
);
