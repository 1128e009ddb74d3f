-- 重新公布: a round in which the services tell everything again; what they do not tell any more is found by it
alter table figuring
    add column round    int         not null default 0,
    add column begun_at datetime(6) null,
    add column ended_at datetime(6) null;

alter table value_source
    -- the last round in which it was told
    add column round int not null default 0;
