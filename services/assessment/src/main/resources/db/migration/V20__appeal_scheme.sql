-- A grading asks how many appeals against a scheme are open
alter table appeal add key appeal_scheme (scheme_id);
