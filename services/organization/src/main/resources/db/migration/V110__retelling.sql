-- Up to which unit the whole tree is told again, while it is
create table unit_retelling (
    id   tinyint not null,
    upto bigint  not null,
    primary key (id)
);
