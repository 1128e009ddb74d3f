-- appointment (任职): a post is held from a day to a day, both included. planned: its first day is still to come;
-- live: null once it has ended for good, so that the same account may hold the same post again
alter table post
    add column from_day   date         null,
    add column until_day  date         null,
    add column source     varchar(200) null,
    add column planned    boolean      not null default false,
    add column live       boolean      null default true,
    add column ended_at   datetime(6)  null,
    add column end_reason varchar(200) null,
    drop key post_holder,
    add unique key post_holder (account, unit, duty, live),
    add key post_until (live, until_day),
    add key post_planned (planned, from_day);

update post set live = null where not active and duty <> 'office';
