package cn.dangjian.identity.seat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A room that must do something when a seat changes or ends. */
public interface SeatObserver {

    /**
     * One seat that has changed.
     *
     * @param before null if it had not been heard of
     */
    record Change(@Nullable Seat before, Seat after) {}

    /** Runs in the transaction that writes the seats, whose rows are locked. */
    void seatsChanged(List<Change> changes);
}
