create table note (
    id      bigint       not null auto_increment primary key,
    unit_id bigint       not null,
    state   varchar(16)  not null,
    text    varchar(200) null,
    at      datetime(6)  not null,
    version bigint       not null,
    key note_unit (unit_id, id)
);
