-- Who holds which post, as heard from identity; version is that of the event that told it last
create table post_holder (
    post    bigint      not null,
    unit_id bigint      not null,
    account bigint      not null,
    duty    varchar(64) not null,
    active  boolean     not null,
    version bigint      not null,
    primary key (post),
    key post_holder_unit (unit_id, active)
);

-- Who has to do it (责任人, TSK-02): by post, with what he has to do and until when
create table responsible (
    id            bigint        not null auto_increment,
    assignment_id bigint        not null,
    title         varchar(100)  not null,
    post          bigint        null,
    account       bigint        null,
    duty          varchar(1000) not null,
    until         datetime(6)   not null,
    named_by      bigint        not null,
    named_at      datetime(6)   not null,
    released_at   datetime(6)   null,
    primary key (id),
    key responsible_assignment (assignment_id)
);
