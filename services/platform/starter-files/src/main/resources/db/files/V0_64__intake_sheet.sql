-- Which sheet of a workbook was read, and how many rows said what was so already.
alter table intake
    add column sheet     varchar(255) null after state,
    add column unchanged int          not null default 0 after applied;
