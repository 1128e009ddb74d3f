create table thing (
    id      bigint       not null auto_increment primary key,
    name    varchar(100) not null,
    version bigint       not null default 1,
    key thing_name (name)
);
