-- Notices of other causes than a change of the assignment: urging (督办), answers and replies (反馈), a deadline counted again
-- cause: what it was told for; with the assignment and the version it is there once
-- many: of how many assignments, where it is told for several
alter table notice
    modify column kind varchar(20) character set ascii collate ascii_bin not null,
    add column cause varchar(40) character set ascii collate ascii_bin not null default 'assignment' after assignment,
    add column many int null after due_at,
    drop key notice_once,
    add unique key notice_once (assignment, cause, version);
