package cn.dangjian.organization.tree.projection;

/** On which tree the figures of a day are shown (口径): a request says {@code tree=THEN} or {@code tree=NOW}. */
public enum Projection {
    /** 当时的组织树: figures stay where they were, under units that have since been merged, too. */
    THEN("(select unit_id id, path from unit_place where valid_from <= :day and valid_to > :day)"),

    /** 现在的组织树: figures stand where the units are today; those of merged units at the one that took them over. */
    NOW("""
        (select o.id, coalesce(s.path, o.path) path
           from unit o
           left join (with recursive heir (id, heir) as (
                          select predecessor_id, successor_id from unit_lineage where reason = 'MERGED'
                          union
                          select h.id, l.successor_id
                            from heir h join unit_lineage l on l.predecessor_id = h.heir and l.reason = 'MERGED')
                      select h.id, h.heir from heir h join unit e on e.id = h.heir and e.valid_to is null) f
             on f.id = o.id and o.valid_to is not null
           left join unit s on s.id = f.heir)\
        """);

    private final String places;

    Projection(String places) {
        this.places = places;
    }

    /** A source of rows with {@code id} and {@code path}, one for each unit of the tree; asks for {@code :day}. */
    public String places() {
        return places;
    }
}
