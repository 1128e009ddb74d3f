-- What a unit is told that is about no task (事项): its dispatch is 0, and so is its assignment; this message stands for all of them
-- issuer: who has said it; null where the message says it
alter table notice add column issuer bigint null after unit;

insert into message (dispatch, number, title, issuer, deadline, chunks) values (0, '', '', 0, '1970-01-01', 0);
