-- Payments of months further back than is usual (补交), and by which document that was allowed
create table back_payment (
    posting_id bigint       not null,
    month      date         not null,
    document   varchar(100) not null,
    primary key (posting_id)
);
