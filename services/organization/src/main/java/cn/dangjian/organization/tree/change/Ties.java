package cn.dangjian.organization.tree.change;

import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;

/** What other rooms know that must be settled before a unit can end. */
public interface Ties {

    /**
     * Something that is still open.
     *
     * @param what a word for it, for example {@code members}
     * @param count how many
     */
    record Tie(String what, long count) {}

    /**
     * A unit that is to end.
     *
     * @param inherited whether another unit takes over its members, with all that is open of them
     */
    record Ending(UnitId unit, LocalDate on, boolean inherited) {}

    /** What must be settled before; empty if nothing is. */
    List<Tie> ties(Ending ending);
}
