package cn.dangjian.member.care.handling;

import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.web.version.Versioned;
import java.util.List;

/**
 * A case as people see it.
 *
 * @param journal the oldest first
 */
record HandlingView(Handling handling, List<Entry> journal) implements Versioned {

    @Override
    public long version() {
        return handling.version();
    }
}
