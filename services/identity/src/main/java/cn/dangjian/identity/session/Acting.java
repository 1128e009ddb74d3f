package cn.dangjian.identity.session;

import cn.dangjian.identity.appointment.Appointment;
import cn.dangjian.identity.mandate.Mandates.InForce;
import cn.dangjian.identity.post.Post;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * From which post somebody acts.
 *
 * @param post none for an account that holds no post
 * @param mandate with which mandate, if the post is another's
 * @param end when that ends by itself; null if no day is known
 */
public record Acting(
        @Nullable Post post,
        @Nullable Long mandate,
        @Nullable Instant end) {

    static final Acting NOWHERE = new Acting(null, null, null);

    static Acting own(Appointment appointment) {
        return new Acting(appointment.post(), null, appointment.end());
    }

    static Acting deputy(InForce mandate) {
        return new Acting(mandate.appointment().post(), mandate.mandate().id(), mandate.end());
    }

    @Nullable
    Long postId() {
        return post == null ? null : post.id();
    }
}
