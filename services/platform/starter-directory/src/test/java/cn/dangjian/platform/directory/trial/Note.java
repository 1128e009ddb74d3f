package cn.dangjian.platform.directory.trial;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.version.Versioned;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

record Note(long id, UnitId unitId, State state, @Nullable String text, OffsetDateTime at, String place, long version)
        implements Versioned {

    enum State {
        OPEN,
        CLOSED
    }
}
