-- How many units of each tier exist below a unit; kept in step by whoever changes table unit
create table unit_count (
    unit_id bigint      not null,
    tier    varchar(16) character set ascii collate ascii_bin not null,
    units   int         not null,
    primary key (unit_id, tier)
);

insert into unit_count (unit_id, tier, units)
select conv(substring(u.path, k.step * 5 - 4, 5), 36, 10), u.tier, count(*)
  from unit u
  join (select 1 step union all select 2 union all select 3 union all select 4 union all select 5 union all select 6
        union all select 7 union all select 8 union all select 9 union all select 10 union all select 11) k
    on k.step < length(u.path) div 5
 where u.valid_to is null
 group by 1, 2;

-- Every ending of a unit's name and of its initials (首字母): a search for any part of a name is a search for a beginning
create table unit_word (
    word    varchar(100) not null,
    unit_id bigint       not null,
    primary key (word, unit_id),
    key unit_word_unit (unit_id)
);

create table unit_initials (
    unit_id  bigint       not null,
    initials varchar(200) not null,
    primary key (unit_id)
);

-- Units whose names are still to be taken apart
create table word_pending (
    unit_id bigint not null,
    primary key (unit_id)
);
insert into word_pending (unit_id) select id from unit;
