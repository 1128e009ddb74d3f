-- Who stays at a unit without belonging to it, from when to when (流动党员), as member tells it
create table stay (
    unit_id   bigint not null,
    member_id bigint not null,
    from_on   date   not null,
    to_on     date   not null,
    primary key (unit_id, member_id, from_on),
    key stay_member (member_id, to_on)
);

-- Payments that the branch of stay has taken, and of whose members
create table stay_payment (
    posting_id bigint not null,
    unit_id    bigint not null,
    origin_id  bigint not null,
    member_id  bigint not null,
    fen        bigint not null,
    primary key (posting_id),
    key stay_payment_unit (unit_id, origin_id),
    key stay_payment_origin (origin_id, unit_id)
);

-- What a branch of stay hands over to the branch of origin, and what of it has arrived
create table stay_handover (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    origin_id    bigint       not null,
    sent_fen     bigint       not null,
    sent_on      date         not null,
    received_fen bigint       null,
    received_on  date         null,
    receipt      varchar(100) null,
    note         varchar(300) null,
    version      bigint       not null,
    primary key (id),
    key stay_handover_unit (unit_id, origin_id),
    key stay_handover_origin (origin_id, unit_id),
    constraint stay_handover_positive check (sent_fen > 0)
);

-- What a branch of origin leaves to the branch of stay, and by which document
create table stay_kept (
    id        bigint       not null auto_increment,
    unit_id   bigint       not null,
    origin_id bigint       not null,
    fen       bigint       not null,
    day       date         not null,
    document  varchar(100) not null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    key stay_kept_unit (unit_id, origin_id),
    key stay_kept_origin (origin_id, unit_id),
    constraint stay_kept_positive check (fen > 0)
);
