-- Sums are held against their parts stretch by stretch, in the order of the tree
alter table unit_place add key unit_place_path (path);
