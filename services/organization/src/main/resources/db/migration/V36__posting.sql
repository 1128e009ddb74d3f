-- First secretaries sent to villages (第一书记), each from a day to the day before another
create table first_secretary (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    name         varchar(100) not null,
    account_id   bigint       null,
    sending_unit varchar(200) not null,
    from_on      date         not null,
    until_on     date         not null,
    ended_on     date         null,
    reason       varchar(200) null,
    document     varchar(100) not null,
    version      bigint       not null,
    primary key (id),
    key first_secretary_unit (unit_id, from_on, ended_on)
);

-- Who manages one: 组织部, 派出单位, 乡镇 (三方管理)
create table first_secretary_party (
    posting_id bigint       not null,
    party      varchar(32)  character set ascii collate ascii_bin not null,
    name       varchar(200) not null,
    primary key (posting_id, party)
);

-- What the sending unit is bound to: 项目, 资金, 责任 (三个捆绑); rows are added, never changed
create table first_secretary_bound (
    id         bigint       not null auto_increment,
    posting_id bigint       not null,
    kind       varchar(32)  character set ascii collate ascii_bin not null,
    title      varchar(200) not null,
    fen        bigint       null,
    bound_on   date         not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key first_secretary_bound_posting (posting_id, id)
);
