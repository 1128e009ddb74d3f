-- What is open, the newest first: few rows, whatever has matched
alter table finding add key finding_state (state, id);
