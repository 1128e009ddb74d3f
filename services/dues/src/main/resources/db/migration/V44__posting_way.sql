-- What was paid in one way on a day, in the whole province
alter table posting add key posting_way (way, day, kind, unit_id);
