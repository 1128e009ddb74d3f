-- Village secretaries on file with the county (县级备案); the state follows from the reviews and the days
create table secretary_filing (
    id           bigint       not null auto_increment,
    unit_id      bigint       not null,
    name         varchar(100) not null,
    account_id   bigint       null,
    proposed_by  varchar(64)  character set ascii collate ascii_bin not null,
    proposed_at  datetime(6)  not null,
    filed_at     datetime(6)  null,
    withdrawn_at datetime(6)  null,
    version      bigint       not null,
    primary key (id),
    key secretary_filing_unit (unit_id, id)
);

-- What a department said in the joint review (联审); rows are added, never changed: the newest of a department counts
create table filing_review (
    id         bigint       not null auto_increment,
    filing_id  bigint       not null,
    department varchar(32)  character set ascii collate ascii_bin not null,
    result     varchar(16)  character set ascii collate ascii_bin not null,
    note       varchar(500) null,
    subject    varchar(64)  character set ascii collate ascii_bin not null,
    at         datetime(6)  not null,
    primary key (id),
    key filing_review_filing (filing_id, id)
);

-- The change log; rows are added, never changed
create table filing_change (
    id        bigint       not null auto_increment,
    filing_id bigint       not null,
    what      varchar(16)  character set ascii collate ascii_bin not null,
    detail    varchar(200) null,
    subject   varchar(64)  character set ascii collate ascii_bin not null,
    at        datetime(6)  not null,
    primary key (id),
    key filing_change_filing (filing_id, id)
);

-- Personal matters that the heads of a village report to the township (个人有关事项报告); content is shown only where a
-- reading is written down
create table personal_matter_report (
    id          bigint       not null auto_increment,
    unit_id     bigint       not null,
    post        varchar(32)  character set ascii collate ascii_bin not null,
    year        smallint     not null,
    name        varchar(100) not null,
    content     text         not null,
    reported_by varchar(64)  character set ascii collate ascii_bin not null,
    reported_at datetime(6)  not null,
    primary key (id),
    key personal_matter_report_unit (unit_id, id)
);

-- The duty (职责) at a county that may read them, by a document
create table personal_matter_reader (
    id       bigint       not null auto_increment,
    unit_id  bigint       not null,
    duty     varchar(32)  character set ascii collate ascii_bin not null,
    since    date         not null,
    until    date         null,
    document varchar(100) not null,
    subject  varchar(64)  character set ascii collate ascii_bin not null,
    at       datetime(6)  not null,
    primary key (id),
    key personal_matter_reader_unit (unit_id, duty)
);

-- Who has read what, when and what for; rows are added, never changed
create table personal_matter_reading (
    id        bigint       not null auto_increment,
    report_id bigint       not null,
    account   bigint       not null,
    post      bigint       not null,
    unit_id   bigint       not null,
    purpose   varchar(200) not null,
    at        datetime(6)  not null,
    primary key (id),
    key personal_matter_reading_report (report_id, id)
);
