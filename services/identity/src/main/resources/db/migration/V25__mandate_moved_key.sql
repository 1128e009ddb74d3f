-- Mandates that ended because their unit left, by who gave them
alter table mandate
    add key mandate_moved (moved, given_from);
