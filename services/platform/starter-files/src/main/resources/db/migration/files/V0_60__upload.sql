-- Files that arrive in pieces, and their bytes until something was made of them
create table upload (
    id        bigint      not null auto_increment,
    account   bigint      not null,
    length    bigint      not null default 0,
    complete  boolean     not null default false,
    taken     boolean     not null default false,
    opened_at datetime(6) not null,
    primary key (id),
    key upload_opened (taken, opened_at)
);

create table upload_chunk (
    upload_id bigint     not null,
    start     bigint     not null,
    bytes     mediumblob not null,
    primary key (upload_id, start)
);
