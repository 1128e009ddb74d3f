-- The units at a place in their order: an export goes on behind the last one seen
alter table register_state
    add key register_state_order (place_id, register_id, valid_from, valid_to);
