-- Up to where all is told again, while it is: the last campaign, the last unit with a frozen score
create table retelling (
    what varchar(12) character set ascii collate ascii_bin not null,
    upto bigint      not null,
    primary key (what)
);
