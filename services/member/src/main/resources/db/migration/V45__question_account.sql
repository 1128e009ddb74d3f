-- Accounts that have asked whether a number is known elsewhere: one question of an account at a time is counted
create table question_account (
    account bigint not null,
    primary key (account)
);
