-- own_date is the one that an assignment had when it was first handed in, or has now: no number of its own says which is newer
alter table figure_work drop column own_dated;
