-- member_count.open_files: of how many persons a unit keeps the file open, applicants and stopped ones too; null until told
alter table member_count add column open_files int null;
