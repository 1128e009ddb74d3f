-- What is to be added up again: a row of its own for each booking, so that nobody who books waits for anybody else
create table sum_mark (
    id      bigint not null auto_increment,
    unit_id bigint not null,
    month   date   not null,
    primary key (id)
);

insert into sum_mark (unit_id, month) select unit_id, month from sum_due;

drop table sum_due;

-- Whoever holds the row adds up; the other replicas come to it when he is done
create table sum_turn (
    id tinyint not null,
    primary key (id)
);

insert into sum_turn (id) values (1);
