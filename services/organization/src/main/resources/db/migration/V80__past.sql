-- What the past places of a touched unit were before a change of past days; null if none of those changes
alter table tree_touched add column past bigint null;
