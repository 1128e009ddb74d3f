package cn.dangjian.organization.tree.change;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;

/** What other rooms know that is open at a unit, and what becomes of it when the unit ends. */
public interface Ties {

    /**
     * Something that is still open.
     *
     * @param what a word for it, for example {@code members}
     * @param count how many
     */
    record Tie(String what, long count, Becomes becomes) {}

    /** What becomes of it. */
    enum Becomes {
        /** 由接续组织承接: another unit goes on with it. */
        HEIR,
        /** 随撤销终止: it is closed with the unit, by the same document. */
        CLOSED,
        /** 须先办结: until it is settled, the unit does not end. */
        SETTLE
    }

    /**
     * A unit that is to end.
     *
     * @param inherited whether another unit takes over its members, with all that is open of them
     * @param succeeded whether another unit comes after it, which may be one that has no members
     */
    record Ending(UnitId unit, LocalDate on, boolean inherited, boolean succeeded) {}

    /** What is open at it; empty if nothing is. */
    List<Tie> ties(Ending ending);
}
