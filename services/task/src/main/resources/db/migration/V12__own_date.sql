-- Until when a unit may hand in again what was returned to it, where that is not the dispatch's deadline
alter table assignment add column due_at datetime(6) null after signed_by;
