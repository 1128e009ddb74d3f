-- own_date is the one that an assignment had when it was first handed in, or has now: no number of its own says which is newer.
-- The column stays for replicas of the version before, which still write it.
alter table figure_work alter column own_dated set default 0;

-- What was returned is named by its moment and is said once, in no version of the assignment's
update value_source set version = 1 where source between 'returned:' and 'returned;';
