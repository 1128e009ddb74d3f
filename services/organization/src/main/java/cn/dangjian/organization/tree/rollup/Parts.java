package cn.dangjian.organization.tree.rollup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Many ids in parts of a thousand, for one statement each. */
final class Parts {

    private static final int AT_ONCE = 1000;

    private Parts() {}

    static List<List<Long>> of(Collection<Long> ids) {
        var all = new ArrayList<>(ids);
        var parts = new ArrayList<List<Long>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(from + AT_ONCE, all.size())));
        }
        return parts;
    }
}
