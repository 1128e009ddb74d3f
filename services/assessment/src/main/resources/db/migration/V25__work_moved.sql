-- When a dispatch is due since it was extended (延期), heard before or after its addressees
create table work_moved (
    dispatch bigint      not null,
    deadline datetime(6) not null,
    version  bigint      not null,
    primary key (dispatch)
);

alter table work add key work_dispatch (dispatch, assignment_id);
