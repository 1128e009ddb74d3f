package cn.dangjian.organization.register.grid;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place under a community.
 *
 * @param kind of {@code rules/place-kinds.csv}
 * @param parentId the place in which it lies; null directly under the community
 * @param closedOn null while it is open
 * @param linkedSince since when what is said about its Party unit holds; null if nothing was ever said
 * @param partyUnit which stands for it now; null if none does
 */
record Place(
        long id,
        long communityId,
        @Nullable Long parentId,
        String kind,
        String name,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        long version,
        @Nullable LocalDate linkedSince,
        @Nullable Long partyUnit) {

    boolean isClosed() {
        return closedOn != null;
    }

    /** The first day on which something else may be said about it. */
    LocalDate earliest() {
        return linkedSince == null ? openedOn : linkedSince;
    }
}
