package cn.dangjian.task.due;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** What the room of dispatches does when a deadline comes to another one. */
public interface DeadlineMoves {

    /**
     * That a deadline was counted again.
     *
     * @param from where it must lie to be moved: who has moved it meanwhile is right
     * @param reason the notice by which it was counted
     */
    record Move(long dispatch, OffsetDateTime from, OffsetDateTime to, String reason, String subject) {}

    /**
     * A dispatch whose deadline was moved.
     *
     * @param version of the dispatch after that
     * @param assignments that are still to be handed in and have no date of their own
     */
    record Moved(String number, long issuer, String title, long version, List<Assignment> assignments) {}

    record Assignment(long id, long unit) {}

    /** Empty if it lies somewhere else. */
    Optional<Moved> move(Move move);
}
