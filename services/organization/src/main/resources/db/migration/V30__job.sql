-- which replica runs a job
create table if not exists shedlock (
    name       varchar(64)  character set ascii collate ascii_bin not null,
    lock_until datetime(3)  not null,
    locked_at  datetime(3)  not null,
    locked_by  varchar(255) not null,
    primary key (name)
);
