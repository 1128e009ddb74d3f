-- What counts for all rows of a file that decides something: the document (批准文号), the day, and why on a day that is over
alter table intake
    add column document varchar(100) null,
    add column effective_on date null,
    add column reason varchar(500) null;

-- Why a row was rejected may speak of several values
alter table intake_row modify column value varchar(1000) null;
