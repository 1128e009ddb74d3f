package cn.dangjian.organization.people.filing;

import cn.dangjian.platform.directory.UnitId;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody who is to be a village's secretary, as far as the county's file goes. */
record Filing(
        long id,
        UnitId unitId,
        String name,
        @Nullable Long accountId,
        OffsetDateTime proposedAt,
        @Nullable OffsetDateTime filedAt,
        @Nullable OffsetDateTime withdrawnAt,
        long version) {

    /** Where a filing stands; it follows from what was written down. */
    enum State {
        IN_REVIEW,
        /** A department objects. */
        OBJECTED,
        /** All that have to consent did. */
        REVIEWED,
        FILED,
        WITHDRAWN
    }

    enum Result {
        CONSENT,
        OBJECTION
    }

    /** What a department said. */
    record Review(
            String department, Result result, @Nullable String note, String subject, OffsetDateTime at) {}

    /** What happened to a filing. */
    record Change(What what, @Nullable String detail, String subject, OffsetDateTime at) {}

    enum What {
        PROPOSED,
        REVIEWED,
        FILED,
        WITHDRAWN
    }

    boolean isClosed() {
        return filedAt != null || withdrawnAt != null;
    }

    /** @param reviews the oldest first: the newest of a department counts */
    State state(List<Review> reviews, Set<String> required) {
        if (withdrawnAt != null) return State.WITHDRAWN;
        if (filedAt != null) return State.FILED;
        Map<String, Result> said = new HashMap<>();
        reviews.forEach(review -> said.put(review.department(), review.result()));
        if (said.containsValue(Result.OBJECTION)) return State.OBJECTED;
        return said.keySet().containsAll(required) ? State.REVIEWED : State.IN_REVIEW;
    }
}
