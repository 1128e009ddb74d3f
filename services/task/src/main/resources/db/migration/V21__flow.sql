-- reviewing_by: who has taken up the review (受理审核); two reviewers at once: one
-- recalled_with, recalled_from: by the withdrawal (撤回) of which dispatch, and in which state it was; both null again once it
-- is restored
alter table assignment
    add column reviewing_by  bigint      null,
    add column recalled_with bigint      null,
    add column recalled_from varchar(12) character set ascii collate ascii_bin null;

alter table dispatch
    add column recalled_with bigint null,
    add key dispatch_recalled (recalled_with);

-- What became of a dispatch and all below it: withdrawn (撤回), extended (延期), opened again (重开); rows are added, never changed
create table recall (
    id          bigint        not null auto_increment,
    dispatch_id bigint        not null,
    kind        varchar(12)   character set ascii collate ascii_bin not null,
    reason      varchar(1000) not null,
    until       datetime(6)   null,
    dispatches  int           not null,
    assignments int           not null,
    unit_id     bigint        not null,
    subject     varchar(64)   character set ascii collate ascii_bin not null,
    at          datetime(6)   not null,
    primary key (id),
    key recall_dispatch (dispatch_id)
);
