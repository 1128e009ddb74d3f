-- Filings become cases (案卷): where they stand and what happened to them moves to the tables that all cases share
insert into case_file (kind, id, unit_id, state, round, due_on, opened_at, closed_at, version)
select 'filings', id, unit_id,
       case when withdrawn_at is not null then 'WITHDRAWN' when filed_at is not null then 'FILED' else 'IN_REVIEW' end,
       1, '9999-12-31', proposed_at, coalesce(withdrawn_at, filed_at), version
  from secretary_filing order by id;

-- From where a step was taken was not written down; the days are those of the province
insert into case_step (kind, case_id, step, state, round, day, document, note, subject, at)
select 'filings', filing_id, what, case when what in ('FILED', 'WITHDRAWN') then what else 'IN_REVIEW' end, 1,
       date(at + interval 8 hour), if(what = 'FILED', detail, null), if(what = 'FILED', null, detail), subject, at
  from filing_change order by id;

drop table filing_change;

alter table secretary_filing
    modify column id bigint not null,
    drop key secretary_filing_unit,
    drop column unit_id,
    drop column proposed_by,
    drop column proposed_at,
    drop column filed_at,
    drop column withdrawn_at,
    drop column version;
