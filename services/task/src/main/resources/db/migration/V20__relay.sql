-- A relayed task (流水派送) is a chain of dispatches: a forwarding (转派) is a dispatch of its own that breaks an assignment down.
-- parent_assignment_id: the assignment that it breaks down; if that one is joined with another one, that one
-- passed_on: the same, of a forwarding by a standing instruction, and never changed: an assignment is passed on once
-- root_id: the lineage, one id from the document down; chain: the ids of the dispatches from the root to this one, so that
-- all below one is a range
-- mode: RELAY addresses the next tier and expects it to forward; early_reason: why the date is before the one above
-- origin: of a root, whose task it is (TSK-21), by which document
-- person_required, all_required: of a root, what a unit must have before it hands in
alter table dispatch
    add column parent_assignment_id bigint        null,
    add column passed_on            bigint        null,
    add column root_id              bigint        null,
    add column chain                varchar(200)  character set ascii collate ascii_bin not null default '',
    add column depth                smallint      not null default 0,
    add column mode                 varchar(8)    character set ascii collate ascii_bin not null default 'DIRECT',
    add column early_reason         varchar(500)  null,
    add column origin               varchar(8)    character set ascii collate ascii_bin null,
    add column origin_number        varchar(100)  null,
    add column origin_title         varchar(200)  null,
    add column origin_day           date          null,
    add column person_required      boolean       not null default false,
    add column all_required         boolean       not null default false;

update dispatch set root_id = id, chain = concat('/', id, '/');

alter table dispatch
    add key dispatch_passed_on (passed_on),
    add key dispatch_parent (parent_assignment_id),
    add key dispatch_chain (chain);

-- What had come back from below when something was handed in: how many parts there were, and how many were approved
alter table submission
    add column parts          int null,
    add column parts_approved int null;

-- Who sees a dispatch without having to do it: co-operators (协办) and who gets a copy (抄送); no figure counts them
create table companion (
    dispatch_id bigint      not null,
    unit_id     bigint      not null,
    role        varchar(12) character set ascii collate ascii_bin not null,
    primary key (dispatch_id, unit_id),
    key companion_unit (unit_id, dispatch_id)
);
