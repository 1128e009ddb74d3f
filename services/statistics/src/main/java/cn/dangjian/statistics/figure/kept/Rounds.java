package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.kept.SourceRepository.Untold;
import cn.dangjian.statistics.figure.kept.Told.Origin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 重新公布: what the services say is compared, thing by thing, with what they tell once more: each is put right in the
 * transaction that hears it, so that whoever reads meanwhile sees sums of what is known. What was frozen with past months stays.
 * In the end it is seen what nobody tells any more.
 */
@Component
public class Rounds {

    private static final int AT_ONCE = 500;

    private final PlaceRepository places;
    private final SourceRepository sources;
    private final FoldFigures figures;
    private final Days days;
    private final TransactionTemplate transaction;

    Rounds(
            PlaceRepository places,
            SourceRepository sources,
            FoldFigures figures,
            Days days,
            TransactionTemplate transaction) {
        this.places = places;
        this.sources = sources;
        this.figures = figures;
        this.days = days;
        this.transaction = transaction;
    }

    /**
     * How a round stands.
     *
     * @param number 0 before the first one
     * @param begunAt null before the first one
     * @param endedAt null while it goes on
     */
    public record Standing(
            int number, @Nullable Instant begunAt, @Nullable Instant endedAt, List<Service> services) {}

    /**
     * What is known of a service.
     *
     * @param things that hold
     * @param again of these, which it has told in this round
     */
    public record Service(String name, long things, long again) {}

    /** Answers whether it has begun: while one goes on no other one does, or what was told in it would count for nothing. */
    public boolean begin() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (places.getRound().isOpen()) return false;
            places.beginRound(days.now());
            return true;
        }));
    }

    @Transactional(readOnly = true)
    public Standing standing() {
        var round = places.findRound();
        return new Standing(
                round.number(),
                round.begunAt() == null ? null : round.begunAt().toInstant(ZoneOffset.UTC),
                round.endedAt() == null ? null : round.endedAt().toInstant(ZoneOffset.UTC),
                sources.listTold(round.number()));
    }

    /** Whether one goes on. */
    public boolean isOpen() {
        return places.findRound().isOpen();
    }

    /** Ends it; what these services have not told is no more, some in each transaction. Answers how many things that were. */
    public long end(List<String> forgotten) {
        long dropped = 0;
        for (String service : forgotten) {
            long after = 0;
            for (var some = untold(service, after); !some.isEmpty(); some = untold(service, after)) {
                dropped += drop(some);
                after = some.getLast().id();
            }
        }
        transaction.executeWithoutResult(status -> {
            if (places.getRound().isOpen()) places.endRound(days.now());
        });
        return dropped;
    }

    private List<Untold> untold(String service, long after) {
        return sources.listUntold(service, places.findRound().number(), after, AT_ONCE);
    }

    /** Of these, which were not told since they were looked up; none if somebody else has ended the round meanwhile. */
    private long drop(List<Untold> some) {
        var dropped = transaction.execute(status -> {
            var round = places.getRound();
            if (!round.isOpen()) return 0L;
            var untold = sources.listStillUntold(some.stream().map(Untold::id).toList(), round.number());
            var gone = some.stream().filter(one -> untold.contains(one.id())).toList();
            figures.write(gone.stream().map(this::nothing).toList(), round);
            return (long) gone.size();
        });
        return dropped == null ? 0 : dropped;
    }

    /** A state is no more from this month on; what names its months itself was never so. */
    private Told nothing(Untold untold) {
        var month = untold.since().equals(Months.ALWAYS) ? Months.ALWAYS : Months.of(days.today());
        return new Told(
                untold.source(),
                month,
                untold.unit(),
                untold.version(),
                new Origin(untold.type(), null, days.now()),
                List.of());
    }
}
