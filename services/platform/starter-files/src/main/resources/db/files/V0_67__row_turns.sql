-- Which rows are taken before others, whatever their lines: those of lower turns. Pages of rejected rows follow the primary key:
-- once a file is done there are no others, and while it is at work a page walks its rows
alter table intake_row
    add column turn int not null default 0,
    drop key intake_row_outcome,
    add key intake_row_outcome (intake_id, outcome, turn, line);
