-- Proposals to change the tree (变更申请); subject_id: the unit that it is about, or under which it establishes one
create table unit_change (
    id            bigint        not null auto_increment,
    subject_id    bigint        not null,
    kind          varchar(16)   character set ascii collate ascii_bin not null,
    operation     text          not null,
    document      varchar(100)  not null,
    effective_on  date          not null,
    reason        varchar(500)  null,
    state         varchar(16)   character set ascii collate ascii_bin not null,
    proposer_unit bigint        not null,
    proposed_by   bigint        not null,
    proposed_at   datetime(6)   not null,
    decided_by    bigint        null,
    decided_at    datetime(6)   null,
    note          varchar(500)  null,
    version       bigint        not null,
    primary key (id),
    -- what is to be decided, newest first
    key unit_change_state (state, id),
    -- what was proposed for a unit
    key unit_change_subject (subject_id, id)
);
