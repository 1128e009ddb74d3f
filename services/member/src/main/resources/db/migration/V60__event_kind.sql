-- Whether something has happened to a person is seen in the index, however much else has
alter table member_event drop key member_event_member, add key member_event_member (member_id, kind, id);
