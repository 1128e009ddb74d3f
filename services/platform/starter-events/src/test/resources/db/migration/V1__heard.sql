create table heard (
    id        bigint       not null auto_increment primary key,
    listener  varchar(20)  not null,
    event_key varchar(128) character set ascii collate ascii_bin not null,
    version   bigint       not null,
    text      varchar(100) not null,
    key heard_key (listener, event_key, id)
);
