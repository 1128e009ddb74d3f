-- One word about all proposals of a file (批量审批): worked off in the background. Whoever decided is remembered whole, for
-- each proposal is judged by what that post may do; up_to is the last line of the file that was looked at.
create table intake_decision (
    id           bigint       not null auto_increment,
    intake_id    bigint       not null,
    approves     boolean      not null,
    note         varchar(500) null,
    unit_id      bigint       not null,
    account      bigint       not null,
    post         bigint       not null,
    duty         varchar(64)  not null,
    state        varchar(16)  character set ascii collate ascii_bin not null,
    proposals    int          not null,
    decided      int          not null default 0,
    left_open    int          not null default 0,
    up_to        int          not null default 0,
    asked_at     datetime(6)  not null,
    finished_at  datetime(6)  null,
    lease        char(36)     character set ascii collate ascii_bin null,
    leased_until datetime(6)  null,
    primary key (id),
    key intake_decision_state (state, leased_until),
    key intake_decision_intake (intake_id, id),
    key intake_decision_finished (finished_at)
);

-- Proposals that a decision had to leave open, and why
create table intake_decision_left (
    decision_id bigint        not null,
    line        int           not null,
    problem     varchar(64)   character set ascii collate ascii_bin not null,
    value       varchar(1000) not null,
    primary key (decision_id, line)
);
