package cn.dangjian.organization.register.chain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A chain as it is now, or was on its last day.
 *
 * @param code the keeper's, never used for another chain
 * @param closedOn null while it is open
 * @param since since when it is called so and led by this unit
 * @param leader the register unit that leads it (链主), one of those on the chain; null if none is named
 * @param ledSince since when what is said about its Party unit holds; null if nothing was ever said
 * @param partyUnit which leads Party work on it now; null if none does
 */
record Chain(
        long id,
        long keeper,
        String code,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        long version,
        LocalDate since,
        String name,
        @Nullable Long leader,
        @Nullable LocalDate ledSince,
        @Nullable Long partyUnit) {

    /** A register unit on the chain, with the day since which it is or was there. */
    record Link(
            long id, long unit, LocalDate from, @Nullable LocalDate to) {

        /** The first day on which something else may be said about it. */
        LocalDate earliestNext() {
            return to == null ? from : to;
        }
    }

    /** The first day on which something else may be said about its Party unit. */
    LocalDate earliestParty() {
        return ledSince == null ? openedOn : ledSince;
    }
}
