-- A sum is written far more often than anything else: its row alone says its value, and no index has to be written with it.
-- What stands directly below a parent lies together; a sum of one's own is found by its parent, too, which its path says.
alter table tier_value
    drop primary key,
    drop key tier_value_children,
    add primary key (parent, measure, slot, path, month),
    -- the parts of one sum, whose slots are not known before; no value stands here either
    add key tier_value_path (path, measure, slot);

alter table unit_value
    drop key unit_value_unit,
    add key unit_value_unit (unit_id, measure, from_month, to_month, slot);
