-- Rows that were taken although somebody should look at them: kept.
alter table import_rejection
    add column kept boolean not null default false after value;
