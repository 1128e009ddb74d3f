-- The second hierarchy: where a unit stands in its line (条); a line's subtree is the range [line_path, line_path || '~'].
-- Begins with '+', as no path does: an interval of the one never holds anything of the other.
alter table unit
    add column line_path varchar(96) character set ascii collate ascii_bin null,
    add key unit_line_path (line_path);
