-- What a service needs that lets its rules be set differently, if it has no script of its own for this table.
-- organization has it from a script that was there before.
-- What a province or county has set for its subtree instead of a value of rules/rules.csv; rows are added, never changed
create table rule_setting (
    id       bigint         not null auto_increment,
    rule     varchar(64)    character set ascii collate ascii_bin not null,
    unit_id  bigint         not null,
    since    date           not null,
    value    decimal(13, 4) null,
    document varchar(100)   not null,
    subject  varchar(64)    character set ascii collate ascii_bin not null,
    at       datetime(6)    not null,
    primary key (id),
    key rule_setting_unit (unit_id)
);
