package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.statistics.figure.catalogue.Grouping;

/**
 * Which part of a measure is looked at, as values of units have it: by kind and by domain these have none, but wholes of
 * units that are of some kind.
 *
 * @param slot of the values; empty for wholes
 * @param kind of the units; empty for all
 * @param domain of the units; empty for all
 */
record Cut(String slot, String kind, String domain) {

    /** To be put behind the conditions on values {@code v}. */
    static final String HOLDS = """
         and v.slot = :slot
         and ((:kind = '' and :domain = '')
              or exists (select 1 from unit_place g
                          where g.unit_id = v.unit_id and (g.kind = :kind or :kind = '') and (g.domain = :domain or :domain = '')))\
        """;

    static Cut of(String slot) {
        return switch (Grouping.of(slot)) {
            case SLOT -> new Cut(slot, "", "");
            case KIND -> new Cut("", Grouping.KIND.part(slot), "");
            case DOMAIN -> new Cut("", "", Grouping.DOMAIN.part(slot));
        };
    }
}
