-- Who became what in a year, which is counted before each admission
alter table standing add key standing_status (status, from_on, unit_id, member_id);
