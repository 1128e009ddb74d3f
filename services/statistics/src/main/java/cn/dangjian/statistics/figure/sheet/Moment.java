package cn.dangjian.statistics.figure.sheet;

import cn.dangjian.statistics.figure.catalogue.Measure;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 截至: up to which moment figures are complete. */
@Component
public class Moment {

    private final FigureQueries queries;

    Moment(FigureQueries queries) {
        this.queries = queries;
    }

    /**
     * How far the services were heard that tell some measures.
     *
     * @param asOf the oldest of their newest events; null while one of them was not heard at all
     */
    public record Heard(@Nullable Instant asOf, List<Source> sources) {}

    /** @param newest null while nothing was heard */
    public record Source(String service, @Nullable Instant newest) {}

    public Heard of(Collection<Measure> measures) {
        var heard = queries.listHeard();
        var sources = measures.stream()
                .map(Measure::service)
                .distinct()
                .sorted()
                .map(service -> new Source(service, heard.get(service)))
                .toList();
        Instant oldest = null;
        for (var source : sources) {
            var newest = source.newest();
            if (newest == null) return new Heard(null, sources);
            if (oldest == null || newest.isBefore(oldest)) oldest = newest;
        }
        return new Heard(oldest, sources);
    }
}
