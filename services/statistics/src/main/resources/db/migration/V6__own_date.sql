-- Until when a unit may hand in again what was returned to it, where that is not the dispatch's deadline
alter table fact
    add column due_at datetime(6) null after state,
    -- the few that have such a date
    add key fact_due (dispatch, due_at);

-- By which hierarchy it went down: territory (块) or line (条)
alter table dispatch add column hierarchy varchar(8) character set ascii collate ascii_bin not null default 'BLOCK' after issuer;
