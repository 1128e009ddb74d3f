package cn.dangjian.task.flow;

import cn.dangjian.platform.directory.UnitId;
import java.util.Optional;

/** What the room of assignments asks about what a unit made of its assignment, before it hands in. */
public interface Breakdown {

    /**
     * The parts into which an assignment was broken down.
     *
     * @param addressed how many units have one; none that was withdrawn or closed
     * @param approved how many of them are approved
     */
    record Parts(int addressed, int approved) {

        public boolean areOpen() {
            return approved < addressed;
        }
    }

    /**
     * What the root asks of whoever hands in.
     *
     * @param person a responsible person where there are no parts (F-39)
     * @param all that all parts are approved
     */
    record Demands(boolean person, boolean all) {}

    Parts parts(AssignmentId assignment);

    Demands demands(AssignmentId assignment);

    /** Whether a person has it who still holds his post, if he was named with one. */
    boolean hasPerson(AssignmentId assignment);

    /** Whether a unit holds the assignment of which this one is a part, and reviews it; empty if it is no part. */
    Optional<Boolean> isPartOf(AssignmentId assignment, UnitId unit);
}
