-- How somebody was found who is to be an activist (公推选优, 党员推荐, 群团推优); null where it was not said
alter table development_step add column recommended varchar(16) character set ascii collate ascii_bin null;
