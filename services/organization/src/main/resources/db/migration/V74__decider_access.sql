-- A decision about all of a file goes on only while its decider may do what he might when it was asked for: the version
-- of what he may do that his token carried, and the problem over which a decision ended
alter table intake_decision
    add column access_version bigint      null after duty,
    add column problem        varchar(64) character set ascii collate ascii_bin null after up_to;
