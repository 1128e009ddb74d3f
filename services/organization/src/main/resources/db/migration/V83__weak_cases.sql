-- Weak cases become cases (案卷); what is due is the end of the rectification period, until the county looks
insert into case_file (kind, id, unit_id, state, round, due_on, opened_at, closed_at, version)
select 'weak-cases', c.id, c.unit_id, c.state, c.round,
       if(c.state in ('CONFIRMED', 'RECTIFYING', 'CONTINUED'), coalesce(c.period_to, '9999-12-31'), '9999-12-31'),
       coalesce(first.at, b.at), if(c.state in ('CLOSED', 'DISMISSED'), coalesce(last.at, b.at), null), c.version
  from weak_case c
  join weak_batch b on b.id = c.batch_id
  left join (select case_id, min(at) at from weak_step where step = 'SCREENED' group by case_id) first
         on first.case_id = c.id
  left join (select case_id, min(at) at from weak_step where step in ('CLOSED', 'DISMISSED') group by case_id) last
         on last.case_id = c.id
 order by c.id;

-- A check is only possible while the unit is put right; a sample leaves the state that the last other step gave
insert into case_step (kind, case_id, step, state, round, day, document, note, unit_id, subject, at)
select 'weak-cases', s.case_id, s.step,
       case s.step when 'STARTED' then 'RECTIFYING'
                   when 'CHECKED' then 'RECTIFYING'
                   when 'SAMPLED' then coalesce((select case p.step when 'STARTED' then 'RECTIFYING'
                                                                    when 'CHECKED' then 'RECTIFYING' else p.step end
                                                   from weak_step p
                                                  where p.case_id = s.case_id and p.id < s.id and p.step <> 'SAMPLED'
                                                  order by p.id desc limit 1), 'SCREENED')
                   else s.step end,
       s.round, s.day, s.document, s.note, s.unit_id, s.subject, s.at
  from weak_step s order by s.id;

drop table weak_step;

-- unit_id stays: for which unit the screening was, so that there is one case of it in a screening
alter table weak_case
    modify column id bigint not null,
    drop key weak_case_unit,
    drop column state,
    drop column round,
    drop column screened_by,
    drop column version;
