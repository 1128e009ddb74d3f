-- Which rows are taken before others, whatever their lines: those of lower turns. Nobody lists rejected rows by the index:
-- their pages follow the primary key
alter table intake_row
    add column turn int not null default 0,
    drop key intake_row_outcome,
    add key intake_row_outcome (intake_id, outcome, turn, line);
