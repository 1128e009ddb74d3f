-- Reduced or waived dues (少交、免交) that a committee has decided, for the months from one to the one before another; of a
-- member no two count for one month, and one that was ended in its first month counts for none
create table relief (
    id           bigint       not null,
    member_id    bigint       not null,
    from_month   date         not null,
    to_month     date         not null,
    fen          bigint       not null,
    document     varchar(100) not null,
    decided_on   date         not null,
    subject      varchar(64)  character set ascii collate ascii_bin not null,
    at           datetime(6)  not null,
    end_document varchar(100) null,
    end_subject  varchar(64)  character set ascii collate ascii_bin null,
    ended_at     datetime(6)  null,
    primary key (id),
    key relief_member (member_id, from_month, to_month, fen),
    constraint relief_not_negative check (fen >= 0),
    constraint relief_months check (to_month >= from_month)
);

-- What a branch has proposed, beside where its case stands
create table relief_case (
    id         bigint        not null,
    member_id  bigint        not null,
    from_month date          not null,
    to_month   date          not null,
    fen        bigint        not null,
    document   varchar(100)  not null,
    reason     varchar(900)  not null,
    primary key (id),
    key relief_case_member (member_id, from_month)
);
