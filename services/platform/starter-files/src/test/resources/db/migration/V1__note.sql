create table note (
    id      bigint       not null auto_increment primary key,
    unit_id bigint       not null,
    text    varchar(200) not null,
    day     date         null
);
