-- Who has one's birth day and, however it is written, one's name
alter table member drop key member_birth, add key member_birth (birth_on, name_key, id);
