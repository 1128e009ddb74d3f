package cn.dangjian.organization.tree.rollup;

import java.util.Collection;
import java.util.List;

/** A room that counts something at units, of which the sums over subtrees are kept. */
public interface Counter {

    /** With what all its figures begin: the room's word and a full stop. */
    String prefix();

    /**
     * What is counted today at each of these units itself, from the facts; nothing for a figure that is 0.
     *
     * @param units a thousand at most
     */
    List<Own> count(Collection<Long> units);

    /**
     * What is counted at one unit itself.
     *
     * @param figure its whole name, {@link #prefix} included
     */
    record Own(long unit, String figure, int units) {}
}
