-- Until when a unit may hand in again what was returned to it, where that is not the dispatch's deadline
alter table fact
    add column due_at datetime(6) null after state,
    -- the few that have such a date
    add key fact_due (dispatch, due_at);
