-- An order for the provider (线上缴费订单). One that is open has is_open = 1, any other null: of a member one is open.
create table pay_order (
    id         bigint       not null auto_increment,
    number     char(32)     character set ascii collate ascii_bin not null,
    member_id  bigint       not null,
    unit_id    bigint       not null,
    fen        bigint       not null,
    merchant   varchar(32)  character set ascii collate ascii_bin not null,
    state      varchar(16)  character set ascii collate ascii_bin not null,
    is_open    boolean      null,
    pay_url    varchar(300) null,
    trade      varchar(64)  character set ascii collate ascii_bin null,
    expires_at datetime(6)  not null,
    paid_at    datetime(6)  null,
    posting_id bigint       null,
    refund_reason  varchar(300) null,
    refund_subject varchar(64)  character set ascii collate ascii_bin null,
    refund_posting_id bigint    null,
    problem    varchar(64)  character set ascii collate ascii_bin null,
    asks       int          not null,
    -- when the provider is asked again; null where it has said its last word
    next_ask_at datetime(6) null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    created_at datetime(6)  not null,
    version    bigint       not null,
    primary key (id),
    unique key pay_order_number (number),
    unique key pay_order_open (member_id, is_open),
    unique key pay_order_trade (trade),
    unique key pay_order_posting (posting_id),
    unique key pay_order_refund (refund_posting_id),
    key pay_order_ask (next_ask_at),
    key pay_order_unit (unit_id, id),
    constraint pay_order_positive check (fen > 0)
);

-- What the provider has told by itself, once each
create table provider_callback (
    id       varchar(64) character set ascii collate ascii_bin not null,
    nonce    varchar(64) character set ascii collate ascii_bin not null,
    kind     varchar(32) character set ascii collate ascii_bin not null,
    order_id bigint      not null,
    at       datetime(6) not null,
    primary key (id),
    unique key provider_callback_nonce (nonce)
);
