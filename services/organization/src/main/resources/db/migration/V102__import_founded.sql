-- Since when the units of an import exist, if nothing of the province is in the tree; null: the day on which it is applied
alter table division_import add column founded_on date null;
