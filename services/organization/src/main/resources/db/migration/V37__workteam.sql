-- Work teams in villages (驻村工作队)
create table work_team (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    sending_unit varchar(200) not null,
    from_on      date         not null,
    ended_on     date         null,
    document     varchar(100) not null,
    version      bigint       not null,
    primary key (id),
    key work_team_unit (unit_id, id)
);

-- replaces: the member who was recalled and in whose place this one came
create table work_team_member (
    id              bigint       not null auto_increment,
    team_id         bigint       not null,
    name            varchar(100) not null,
    account_id      bigint       null,
    leader          boolean      not null,
    from_on         date         not null,
    recalled_on     date         null,
    recall_reason   varchar(200) null,
    recall_document varchar(100) null,
    replaces        bigint       null,
    primary key (id),
    key work_team_member_team (team_id, id),
    unique key work_team_member_replaces (replaces)
);
