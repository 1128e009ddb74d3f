package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Through all sums, in the order of the tree, as far as a request has time for. */
@Component
class Walk {

    /** Well below what the gateway waits for an answer. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final Recount recount;

    Walk(Recount recount) {
        this.recount = recount;
    }

    /**
     * One stretch at least, so that whoever goes on comes to an end.
     *
     * @param cursor what the walk before answered; null or blank for the first one
     * @return from where to go on; null if nothing is left
     */
    @Nullable
    String go(@Nullable String cursor, Consumer<Stretch> look) {
        var before = Cursor.parse(cursor, 1);
        String after = before == null ? "" : before.string(0);
        for (long end = System.nanoTime() + TIME.toNanos(); ; ) {
            var stretch = recount.stretch(after);
            look.accept(stretch);
            if (stretch.isLast()) return null;
            after = stretch.upTo();
            if (System.nanoTime() - end > 0) return Cursor.of(after).text();
        }
    }
}
