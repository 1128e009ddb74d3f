-- The last number of a unit's receipts in a year: they have no gaps
create table receipt_counter (
    unit_id bigint   not null,
    year    smallint not null,
    last    int      not null,
    primary key (unit_id, year)
);

-- Receipts (收据), by the booking that each is for
create table receipt (
    posting_id bigint      not null,
    unit_id    bigint      not null,
    year       smallint    not null,
    number     int         not null,
    prints     int         not null,
    subject    varchar(64) character set ascii collate ascii_bin not null,
    at         datetime(6) not null,
    primary key (posting_id),
    unique key receipt_number (unit_id, year, number)
);

-- Who had a paper printed, and whether it bears a name
create table paper_print (
    id        bigint      not null auto_increment,
    sort      varchar(16) character set ascii collate ascii_bin not null,
    thing     bigint      not null,
    member_id bigint      not null,
    named     boolean     not null,
    subject   varchar(64) character set ascii collate ascii_bin not null,
    at        datetime(6) not null,
    primary key (id),
    key paper_print_member (member_id, id)
);
