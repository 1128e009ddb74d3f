-- The date of its own that an assignment was given: when it was returned, or when its issuer accepted that it cannot be done by then
alter table work add column own_due datetime(6) null after deadline;
