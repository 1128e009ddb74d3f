-- Pieces under another key are found without reading the others.
alter table upload_chunk add key upload_chunk_seal_key (seal_key);
