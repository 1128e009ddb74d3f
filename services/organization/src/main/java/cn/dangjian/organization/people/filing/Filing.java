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
        UnitId village,
        String name,
        @Nullable Long account,
        State state,
        @Nullable OffsetDateTime filedAt,
        long version) {

    /** Where a filing stands. */
    enum State {
        IN_REVIEW,
        /** Of those in review: a department objects. */
        OBJECTED,
        /** Of those in review: all that have to consent did. */
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

    /** @param reviews the oldest first: the newest of a department counts */
    State state(List<Review> reviews, Set<String> required) {
        if (state != State.IN_REVIEW) return state;
        Map<String, Result> said = new HashMap<>();
        reviews.forEach(review -> said.put(review.department(), review.result()));
        if (said.containsValue(Result.OBJECTION)) return State.OBJECTED;
        return said.keySet().containsAll(required) ? State.REVIEWED : State.IN_REVIEW;
    }
}
