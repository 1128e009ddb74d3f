-- Rows are applied only while their sender may do what he might when he sent them: the version of what he may do that his
-- token carried
alter table intake
    add column access_version bigint null after duty;
