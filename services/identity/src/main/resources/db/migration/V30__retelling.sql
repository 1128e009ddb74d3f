-- Up to which page all posts are told again, while they are
create table retelling (
    id   tinyint not null,
    page bigint  not null,
    primary key (id)
);
