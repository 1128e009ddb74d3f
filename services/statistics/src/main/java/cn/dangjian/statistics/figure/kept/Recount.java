package cn.dangjian.statistics.figure.kept;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.statistics.figure.catalogue.Measure;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 重算: holds the sums of a measure against what units have, and corrects them. */
@Component
public class Recount {

    private final RecountQueries queries;
    private final TierRepository tiers;
    private final PlaceRepository places;
    private final Days days;

    Recount(RecountQueries queries, TierRepository tiers, PlaceRepository places, Days days) {
        this.queries = queries;
        this.tiers = tiers;
        this.places = places;
        this.days = days;
    }

    /** A sum that is not what it should be, and what is to be added to it or taken off. */
    public record Wrong(String path, String slot, LocalDate month, long value) {}

    /**
     * What is wrong of a measure; normally nothing.
     *
     * @param differences sums that a recount does not find
     * @param excess totals that are not the sum of their parts
     * @param uneven wholes that are not the sum of what they can be taken apart in
     */
    public record Finding(List<Wrong> differences, List<Wrong> excess, List<Wrong> uneven) {}

    /** All of one moment, whatever is heard meanwhile. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Finding check(Measure measure, int most) {
        return new Finding(
                queries.listDifferences(measure, most),
                queries.listExcess(measure, most),
                queries.listUneven(measure, most));
    }

    public long unplaced() {
        return queries.countUnplaced();
    }

    /** Answers how many sums were wrong. Who reads meanwhile sees the sums as they were, then as they are. */
    @Transactional
    public long correct(Measure measure) {
        places.hold();
        long wrong = queries.countDifferences(measure);
        if (wrong > 0) tiers.correct(measure, days.now());
        return wrong;
    }
}
