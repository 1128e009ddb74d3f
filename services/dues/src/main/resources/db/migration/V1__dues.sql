-- Who pays: the periods of members as member tells them
create table payer (
    member_id bigint      not null,
    from_on   date        not null,
    to_on     date        not null,
    status    varchar(16) character set ascii collate ascii_bin not null,
    unit_id   bigint      not null,
    class     varchar(16) character set ascii collate ascii_bin null,
    primary key (member_id, from_on),
    -- the payers of a subtree in a month
    key payer_unit (unit_id, to_on, from_on, status, class)
);

-- The account of a member himself
create table member_account (
    member_id  bigint not null,
    account_id bigint not null,
    primary key (member_id),
    unique key member_account_account (account_id)
);

-- On what somebody pays (缴费基数), for the months from one to the one before another; replaced rows count for none
create table base (
    id         bigint       not null auto_increment,
    member_id  bigint       not null,
    from_month date         not null,
    to_month   date         not null,
    scale      varchar(16)  character set ascii collate ascii_bin not null,
    fen        bigint       null,
    document   varchar(100) not null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key base_member (member_id, from_month, to_month),
    constraint base_positive check (fen is null or fen > 0)
);

-- The brackets of rules/rates.csv, for statements that compute by set
create table rate (
    id         int         not null,
    scale      varchar(16) character set ascii collate ascii_bin not null,
    from_month date        not null,
    to_month   date        not null,
    over_fen   bigint      not null,
    upto_fen   bigint      not null,
    millionths int         not null,
    primary key (id),
    key rate_scale (scale, over_fen)
);

-- The part of the tree that is billed in one transaction: all below a unit, or the members of the unit itself alone
create table bill_run (
    unit_id  bigint      not null,
    own      boolean     not null,
    month    date        not null,
    state    varchar(8)  character set ascii collate ascii_bin not null,
    bills    int         not null,
    fen      bigint      not null,
    subject  varchar(64) character set ascii collate ascii_bin not null,
    asked_at datetime(6) not null,
    done_at  datetime(6) null,
    primary key (month, unit_id, own),
    key bill_run_state (state)
);

-- What a member owes of a month (应交党费), and each correction of it; a row is a booking: his account is charged, the unit's
-- dues are credited. Nothing here is ever changed.
create table bill (
    id         bigint      not null auto_increment,
    member_id  bigint      not null,
    month      date        not null,
    seq        smallint    not null,
    unit_id    bigint      not null,
    status     varchar(16) character set ascii collate ascii_bin null,
    class      varchar(16) character set ascii collate ascii_bin null,
    scale      varchar(16) character set ascii collate ascii_bin null,
    base_id    bigint      null,
    base_fen   bigint      null,
    rate_id    int         null,
    relief_id  bigint      null,
    due_fen    bigint      not null,
    fen        bigint      not null,
    cause      varchar(16) character set ascii collate ascii_bin not null,
    document   varchar(100) null,
    at         datetime(6) not null,
    primary key (id),
    unique key bill_once (member_id, month, seq),
    key bill_unit (unit_id, month, fen, seq),
    constraint bill_something check (fen <> 0 or seq = 0)
);

-- Members of whom something became known that may change what was billed
create table bill_due_again (
    member_id bigint       not null,
    month     date         not null,
    cause     varchar(16)  character set ascii collate ascii_bin not null,
    document  varchar(100) null,
    primary key (member_id)
);

-- A booking (记账凭证): what happened, by whom, and why; never changed
create table posting (
    id       bigint       not null auto_increment,
    cause    varchar(80)  character set ascii collate ascii_bin not null,
    kind     varchar(16)  character set ascii collate ascii_bin not null,
    unit_id  bigint       not null,
    other_id bigint       null,
    member_id bigint      null,
    fen      bigint       not null,
    day      date         not null,
    way      varchar(16)  character set ascii collate ascii_bin null,
    payer    varchar(100) null,
    text     varchar(300) null,
    reverses bigint       null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    unique key posting_cause (cause),
    unique key posting_reverses (reverses),
    key posting_unit (unit_id, day, kind, fen),
    key posting_member (member_id, day),
    constraint posting_positive check (fen > 0)
);

-- Its lines (分录): each moves a positive amount from one account to another one, so that every sum balances
create table entry (
    posting_id   bigint      not null,
    line         tinyint     not null,
    fund         varchar(16) character set ascii collate ascii_bin not null,
    debit        varchar(16) character set ascii collate ascii_bin not null,
    debit_owner  bigint      not null,
    credit       varchar(16) character set ascii collate ascii_bin not null,
    credit_owner bigint      not null,
    fen          bigint      not null,
    primary key (posting_id, line),
    key entry_debit (debit_owner, debit, fund, fen),
    key entry_credit (credit_owner, credit, fund, fen),
    constraint entry_posting foreign key (posting_id) references posting (id),
    constraint entry_positive check (fen > 0),
    constraint entry_moves check (debit <> credit or debit_owner <> credit_owner)
);

-- What a unit passes on (上缴), and what its superior has received of it
create table remittance (
    id          bigint       not null auto_increment,
    unit_id     bigint       not null,
    to_id       bigint       not null,
    fund        varchar(16)  character set ascii collate ascii_bin not null,
    until_month date         not null,
    sent_fen    bigint       not null,
    sent_on     date         not null,
    received_fen bigint      null,
    received_on date         null,
    receipt     varchar(100) null,
    note        varchar(300) null,
    version     bigint       not null,
    primary key (id),
    key remittance_unit (unit_id, until_month, fund),
    key remittance_to (to_id, received_on, id),
    constraint remittance_positive check (sent_fen > 0)
);

-- Units and months of which the sums are to be made again
create table sum_due (
    unit_id bigint not null,
    month   date   not null,
    primary key (unit_id, month)
);

-- What was billed and collected at a unit itself in a month, made of the rows above
create table unit_month (
    unit_id   bigint not null,
    month     date   not null,
    payers    int    not null,
    billed    bigint not null,
    collected bigint not null,
    passed_on bigint not null,
    received  bigint not null,
    version   bigint not null,
    primary key (unit_id, month),
    key unit_month_month (month, unit_id, payers, billed, collected, passed_on, received)
);
