package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.statistics.figure.catalogue.Grouping;
import java.util.List;

/**
 * Which part of a measure is looked at, as values of units have it: by kind and by domain these have none, but wholes of
 * units that are of some kind.
 *
 * @param slot of the values; empty for wholes
 * @param kinds of the units; one empty one for all
 * @param domain of the units; empty for all
 */
record Cut(String slot, List<String> kinds, String domain) {

    private static final List<String> ALL = List.of("");

    /** To be put behind the conditions on values {@code v}. */
    static final String HOLDS = """
         and v.slot = :slot
         and (('' in (:kinds) and :domain = '')
              or exists (select 1 from unit_place g
                          where g.unit_id = v.unit_id and (g.kind in (:kinds) or '' in (:kinds))
                            and (g.domain = :domain or :domain = '')))\
        """;

    static Cut of(String slot) {
        return switch (Grouping.of(slot)) {
            case SLOT -> new Cut(slot, ALL, "");
            case KIND -> new Cut("", List.of(Grouping.KIND.part(slot)), "");
            case DOMAIN -> new Cut("", ALL, Grouping.DOMAIN.part(slot));
            case SECTOR -> new Cut("", Grouping.kinds(slot), "");
        };
    }
}
