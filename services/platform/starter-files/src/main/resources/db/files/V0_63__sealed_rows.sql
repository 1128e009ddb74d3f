-- Rows that speak of people are encrypted, each bound to its file and line, and have their cells in sealed_cells; seal_key
-- is the name of the key.
alter table intake_row
    modify column cells text null,
    add column seal_key varchar(16) character set ascii collate ascii_bin null after cells,
    add column sealed_cells mediumblob null after seal_key,
    add key intake_row_seal_key (seal_key);
