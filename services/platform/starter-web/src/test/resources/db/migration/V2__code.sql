create table code (
    code varchar(32) character set ascii collate ascii_bin not null primary key
);
