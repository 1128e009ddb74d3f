package cn.dangjian.task.heir;

import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the room of assignments does when a unit has ended. */
public interface Estate {

    /**
     * That a unit ended.
     *
     * @param to who goes on with what it had to do; null if nobody does
     * @param document by which it ended
     * @param subject on whose behalf
     */
    record Passing(
            UnitId from,
            @Nullable UnitId to,
            LocalDate day,
            @Nullable String document,
            String subject,
            Instant at) {}

    /**
     * Gives all that the unit has not finished to the other one: what that one has to do for the same dispatch is joined
     * with it. Without another one it is closed. What is approved stays where it is.
     */
    void pass(Passing passing);
}
