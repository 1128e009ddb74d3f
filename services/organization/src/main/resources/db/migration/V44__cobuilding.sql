-- 需求清单: what a community's members and residents need
create table cobuild_need (
    id        bigint        not null auto_increment,
    unit_id   bigint        not null,
    title     varchar(200)  not null,
    text      varchar(1000) not null,
    raised_by varchar(100)  not null,
    raised_on date          not null,
    primary key (id),
    key cobuild_need_unit (unit_id)
);

-- 资源清单: what a resident unit can give to a community
create table cobuild_resource (
    id          bigint        not null auto_increment,
    unit_id     bigint        not null,
    provider_id bigint        not null,
    title       varchar(200)  not null,
    text        varchar(1000) not null,
    offered_on  date          not null,
    primary key (id),
    key cobuild_resource_unit (unit_id),
    key cobuild_resource_provider (provider_id)
);

-- 项目清单: a need matched with a resource; its state follows from its days and evaluations
create table cobuild_project (
    id             bigint       not null auto_increment,
    need_id        bigint       not null,
    resource_id    bigint       not null,
    unit_id        bigint       not null,
    provider_id    bigint       not null,
    matched_on     date         not null,
    title          varchar(200) null,
    document       varchar(100) null,
    due_on         date         null,
    established_on date         null,
    completed_on   date         null,
    result         varchar(1000) null,
    version        bigint       not null,
    primary key (id),
    unique key cobuild_project_need (need_id),
    key cobuild_project_unit (unit_id),
    key cobuild_project_provider (provider_id),
    key cobuild_project_resource (resource_id)
);

-- 双向评价: each side once
create table cobuild_evaluation (
    project_id bigint       not null,
    side       varchar(12)  character set ascii collate ascii_bin not null,
    grade      varchar(16)  character set ascii collate ascii_bin not null,
    text       varchar(500) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (project_id, side)
);
