-- 反馈: what a unit answers to an assignment instead of doing it, and the issuer's reply
-- open_assignment: the assignment while it waits for the reply, so that there is one at a time
-- other_assignment: the one that it is already done with, or a duplicate of
-- late_at: when the tier above the issuer was told that the reply is late
create table voice (
    id               bigint        not null auto_increment,
    assignment_id    bigint        not null,
    dispatch_id      bigint        not null,
    unit_id          bigint        not null,
    issuer_id        bigint        not null,
    kind             varchar(20)   character set ascii collate ascii_bin not null,
    text             varchar(1000) not null,
    proof            varchar(500)  null,
    other_assignment bigint        null,
    day              date          null,
    state            varchar(10)   character set ascii collate ascii_bin not null,
    open_assignment  bigint        null,
    said_by          varchar(64)   character set ascii collate ascii_bin not null,
    said_at          datetime(6)   not null,
    reply_by         datetime(6)   not null,
    reply            varchar(1000) null,
    until            datetime(6)   null,
    replied_by       varchar(64)   character set ascii collate ascii_bin null,
    replied_at       datetime(6)   null,
    late_at          datetime(6)   null,
    version          bigint        not null,
    primary key (id),
    unique key voice_open (open_assignment),
    key voice_assignment (assignment_id),
    key voice_unit (unit_id, id),
    key voice_issuer (issuer_id, id),
    key voice_late (state, late_at, reply_by)
);
alter table dispatch add key dispatch_issued (issued_at, issuer_id);
