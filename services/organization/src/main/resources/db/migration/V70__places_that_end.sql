-- A list of a past day asks which places have ended since
alter table unit_place
    add key unit_place_end (valid_to);

-- How many units were below a unit on a day is told by the index alone
alter table unit_period
    add key unit_period_below (parent_id, valid_from, valid_to, ended),
    drop key unit_period_parent;
