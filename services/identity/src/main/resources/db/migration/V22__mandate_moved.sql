-- That a mandate ended because the post's unit left the one above it that gave it: whose decision it was still sees it,
-- the new one above does not
alter table mandate
    add column moved boolean not null default false;
