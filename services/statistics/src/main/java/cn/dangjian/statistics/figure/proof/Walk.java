package cn.dangjian.statistics.figure.proof;

import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.problem.ProblemException;
import cn.dangjian.statistics.figure.kept.Recount;
import cn.dangjian.statistics.figure.kept.Recount.Stretch;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Through all sums, from the end of the tree on, as far as a request has time for. */
@Component
class Walk {

    /** Well below what the gateway waits for an answer. */
    private static final Duration TIME = Duration.ofSeconds(2);

    private final Recount recount;
    private final Duration time;

    @Autowired
    Walk(Recount recount) {
        this(recount, TIME);
    }

    Walk(Recount recount, Duration time) {
        this.recount = recount;
        this.time = time;
    }

    /**
     * One stretch at least, so that whoever goes on comes to an end.
     *
     * @param of which walk it is: another one does not go on with its cursor
     * @param cursor what the walk before answered; null or blank to begin
     * @return from where to go on; null if nothing is left
     * @throws cn.dangjian.platform.web.problem.ProblemException 400 {@code cursor.invalid}
     */
    @Nullable
    String go(String of, @Nullable String cursor, Consumer<Stretch> look) {
        String upTo = begin(of, cursor);
        for (long end = System.nanoTime() + time.toNanos(); ; ) {
            var stretch = recount.stretch(upTo);
            look.accept(stretch);
            if (stretch.isLast()) return null;
            upTo = stretch.after();
            if (System.nanoTime() - end > 0) return Cursor.of(of, upTo).text();
        }
    }

    private static String begin(String of, @Nullable String cursor) {
        var before = Cursor.parse(cursor, 2);
        if (before == null) return Stretch.END;
        if (!before.string(0).equals(of)) throw new ProblemException(HttpStatus.BAD_REQUEST, "cursor.invalid");
        return before.string(1);
    }
}
