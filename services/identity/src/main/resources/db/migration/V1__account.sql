-- account (账号): who may sign in. office_of: the unit whose office account it is; one for each unit, made when identity
-- hears of the unit
create table account (
    id            bigint       not null auto_increment,
    login         varchar(64)  character set ascii collate ascii_general_ci not null,
    display_name  varchar(200) not null,
    password_hash varchar(200) character set ascii collate ascii_bin null,
    state         varchar(16)  character set ascii collate ascii_bin not null,
    administrator boolean      not null default false,
    authz_version bigint       not null default 0,
    office_of     bigint       null,
    opened_at     datetime(6)  not null,
    version       bigint       not null default 0,
    primary key (id),
    unique key account_login (login),
    unique key account_office (office_of)
);

-- post (岗位): which account acts for which unit, and for what
create table post (
    id      bigint      not null auto_increment,
    account bigint      not null,
    unit    bigint      not null,
    duty    varchar(32) character set ascii collate ascii_bin not null,
    active  boolean     not null,
    since   datetime(6) not null,
    version bigint      not null default 0,
    primary key (id),
    unique key post_holder (account, unit, duty),
    key post_unit (unit, account)
);

-- posts are announced in pages of neighbouring ids; the page's version orders what is said about its posts
create table post_page (
    page    bigint not null,
    version bigint not null,
    primary key (page)
);
