-- A joint body of a street (大工委) or community (大党委); it is founded when founded_on says so
create table joint_body (
    id         bigint       not null auto_increment,
    unit_id    bigint       not null,
    target_on  date         not null,
    founded_on date         null,
    document   varchar(100) null,
    version    bigint       not null,
    primary key (id),
    unique key joint_body_once (unit_id)
);

-- A part-time seat held for a resident unit; to_day is the last day, null while it lasts
create table joint_seat (
    id       bigint       not null auto_increment,
    body_id  bigint       not null,
    unit     varchar(200) not null,
    name     varchar(100) not null,
    duty     varchar(100) not null,
    from_day date         not null,
    to_day   date         null,
    primary key (id),
    key joint_seat_body (body_id)
);

create table joint_meeting (
    id        bigint        not null auto_increment,
    body_id   bigint        not null,
    day       date          not null,
    topic     varchar(200)  not null,
    decisions varchar(2000) not null,
    minutes   varchar(64)   character set ascii collate ascii_bin null,
    subject   varchar(64)   character set ascii collate ascii_bin not null,
    at        datetime(6)   not null,
    primary key (id),
    key joint_meeting_body (body_id, day)
);
