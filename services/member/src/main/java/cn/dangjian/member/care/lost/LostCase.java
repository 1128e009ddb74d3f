package cn.dangjian.member.care.lost;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom nobody can reach.
 *
 * @param lastContactOn when somebody last did
 * @param stoppedOn since when his membership is stopped; null if it is not
 * @param dueOn from when on the next step may be proposed; null if none may
 */
record LostCase(
        long id,
        long member,
        String name,
        UnitId unit,
        String unitName,
        State state,
        LocalDate lastContactOn,
        @Nullable LocalDate stoppedOn,
        @Nullable LocalDate dueOn,
        @Nullable Long census,
        long version) {

    /** Where a case stands. */
    enum State {
        /** 查找. */
        SOUGHT,
        /** 失联, confirmed. */
        LOST,
        /** 拟停止党籍. */
        STOP_PROPOSED,
        /** 停止党籍. */
        STOPPED,
        /** 拟除名. */
        REMOVAL_PROPOSED,
        /** 除名. */
        REMOVED,
        /** 找回. */
        FOUND,
        /** 找回并恢复党籍. */
        RESTORED;

        /** Those in which people go on searching. */
        static final Set<State> OPEN = EnumSet.complementOf(EnumSet.of(REMOVED, FOUND, RESTORED));
    }
}
