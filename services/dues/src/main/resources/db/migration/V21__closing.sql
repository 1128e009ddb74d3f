-- Months that a county, city or province has closed (结账) for all at and below it; reopened rows count no more, and stay
create table closing (
    id                bigint       not null auto_increment,
    unit_id           bigint       not null,
    month             date         not null,
    subject           varchar(64)  character set ascii collate ascii_bin not null,
    at                datetime(6)  not null,
    reopened_subject  varchar(64)  character set ascii collate ascii_bin null,
    reopened_at       datetime(6)  null,
    reopened_document varchar(100) null,
    primary key (id),
    key closing_unit (unit_id, reopened_at, month)
);

-- In the sums of which month a bill counts: its own, or the first open one if its own was closed when it became known
alter table bill add column booked_month date null;
update bill set booked_month = month;
alter table bill
    modify column booked_month date not null,
    add key bill_booked (unit_id, booked_month, month, member_id, fen);
