-- Units without a credit code are known by place, type, name and day: what a file brings twice is found by its name
create index register_state_name on register_state (name, place_id, valid_from, type);
