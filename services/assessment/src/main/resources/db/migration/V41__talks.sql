-- Villages whose team was incomplete at the end of the year, as the rule about 诫勉 has seen them
create table evidence_team (
    consequence_id bigint   not null,
    unit_id        bigint   not null,
    filled         int      not null,
    quota          int      not null,
    event_id       char(36) character set ascii collate ascii_bin not null,
    primary key (consequence_id, unit_id)
);

-- A talk that was held (谈话记录), by posts and without names
create table talk (
    consequence_id bigint       not null,
    day            date         not null,
    by_post        varchar(60)  not null,
    with_post      varchar(60)  not null,
    words          varchar(900) not null,
    asked          varchar(900) not null,
    until          date         not null,
    subject        varchar(64)  character set ascii collate ascii_bin not null,
    at             datetime(6)  not null,
    primary key (consequence_id)
);

-- Of which day it was said that it is past
create table overdue_said (
    consequence_id bigint not null,
    due_on         date   not null,
    primary key (consequence_id, due_on)
);

-- Confirmed decisions are still to be carried out
update case_file set closed_at = null where kind = 'consequences' and state = 'CONFIRMED';
