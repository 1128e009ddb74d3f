package cn.dangjian.dues.care.arrears;

import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.web.version.Versioned;
import java.util.List;

/**
 * A case as people see it.
 *
 * @param journal the oldest first
 */
record ArrearsView(ArrearsCase arrears, List<Entry> journal) implements Versioned {

    @Override
    public long version() {
        return arrears.version();
    }
}
