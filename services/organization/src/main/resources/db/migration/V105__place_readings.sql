-- Villages whose titles would be the same as that of one beside them: theirs have the whole name.
create table unit_namesake (
    unit_id bigint not null,
    primary key (unit_id)
);

-- Names are taken apart anew: their initials are those of places and no longer those of persons (区 q and not o).
insert into word_pending (unit_id) select id from unit on duplicate key update unit_id = values(unit_id);
