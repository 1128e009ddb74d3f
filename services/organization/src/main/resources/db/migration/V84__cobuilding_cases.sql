-- Co-building projects become cases (案卷) in which two units take part
insert into case_file (kind, id, unit_id, other_unit_id, state, round, due_on, opened_at, closed_at, version)
select 'cobuilding-projects', p.id, p.unit_id, p.provider_id,
       case when p.established_on is null then 'MATCHED' when p.completed_on is null then 'ESTABLISHED'
            when coalesce(e.sides, 0) < 2 then 'COMPLETED' else 'EVALUATED' end,
       1, if(p.established_on is not null and p.completed_on is null, coalesce(p.due_on, '9999-12-31'), '9999-12-31'),
       p.matched_on - interval 8 hour, if(p.completed_on is not null and e.sides = 2, e.at, null), p.version
  from cobuild_project p
  left join (select project_id, count(*) sides, max(at) at from cobuild_evaluation group by project_id) e
         on e.project_id = p.id
 order by p.id;

-- Who took the other steps was not written down; their days stay with the project
insert into case_step (kind, case_id, step, state, round, day, note, unit_id, subject, at)
select 'cobuilding-projects', e.project_id, 'EVALUATED',
       if(exists (select 1 from cobuild_evaluation o
                   where o.project_id = e.project_id and (o.at < e.at or o.at = e.at and o.side < e.side)),
          'EVALUATED', 'COMPLETED'),
       1, date(e.at + interval 8 hour), e.grade, if(e.side = 'COMMUNITY', p.unit_id, p.provider_id), e.subject, e.at
  from cobuild_evaluation e join cobuild_project p on p.id = e.project_id order by e.at, e.side;

alter table cobuild_project
    modify column id bigint not null,
    drop key cobuild_project_unit,
    drop key cobuild_project_provider,
    drop column unit_id,
    drop column provider_id,
    drop column version;
