-- The units of the tree, as this service has heard of them.
-- path: fixed-width segments, compared byte by byte; a subtree is the range [path, path || '~'].
create table unit (
    id         bigint       not null,
    parent_id  bigint       null,
    code       varchar(32)  character set ascii collate ascii_bin not null,
    name       varchar(200) not null,
    tier       varchar(16)  character set ascii collate ascii_bin not null,
    kind       varchar(40)  character set ascii collate ascii_bin not null,
    domain     varchar(16)  character set ascii collate ascii_bin not null,
    path       varchar(64)  character set ascii collate ascii_bin not null,
    version    bigint       not null,
    valid_from date         not null,
    valid_to   date         null,
    primary key (id),
    key unit_path (path),
    key unit_tier (tier, path),
    key unit_parent (parent_id, path),
    key unit_code (code)
);
