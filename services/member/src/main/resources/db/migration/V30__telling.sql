-- Units whose numbers have changed since they were announced; written in the transaction that changes them
create table count_due (
    unit_id bigint not null,
    primary key (unit_id)
);

-- How often a page of neighbouring units was announced
create table count_page (
    page    bigint not null,
    version bigint not null,
    primary key (page)
);

-- Months as of whose first day ages were announced
create table count_month (
    month date not null,
    primary key (month)
);

-- Persons whose standing has changed since it was announced, and how often a page of neighbouring files was
create table told_due (
    member_id bigint not null,
    primary key (member_id)
);

create table told_page (
    page    bigint not null,
    version bigint not null,
    primary key (page)
);
