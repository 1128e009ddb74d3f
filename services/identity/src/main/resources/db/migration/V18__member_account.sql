-- member_account (党员账号): which account a member signs in with, and the unit he belongs to, which gives him his code; as
-- heard from member, of which the greatest version counts. The account has no post.
create table member_account (
    member_id  bigint not null,
    account_id bigint not null,
    unit_id    bigint not null,
    version    bigint not null,
    primary key (member_id),
    unique key member_account_account (account_id),
    key member_account_unit (unit_id)
);
