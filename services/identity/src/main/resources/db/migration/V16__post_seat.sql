-- seat: from which an appointment follows, and with which it ends; one that is live at a time
alter table post
    add column seat bigint null,
    add unique key post_seat (seat, live);
