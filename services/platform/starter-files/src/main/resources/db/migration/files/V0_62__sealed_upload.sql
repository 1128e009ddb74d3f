-- Pieces are encrypted, each bound to its upload and its place in it; seal_key is the name of the key. A job encrypts what
-- was stored before.
alter table upload_chunk
    add column seal_key varchar(16) character set ascii collate ascii_bin null after start;
