package cn.dangjian.assessment.score.explain;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.assessment.scheme.content.Method;
import cn.dangjian.assessment.score.explain.Restoring.RestoreView;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a unit has the points that it has on a day. */
record Explanation(long unit, String unitName, LocalDate day, List<PartView> parts) {

    /**
     * A part of the year.
     *
     * @param from its first day: the year's, or that on which the unit came to where this scheme holds
     * @param asOf the last day that is counted
     * @param total null while nothing applies
     * @param formula with the numbers in it; what stands on the right is rounded to 0.01
     * @param stored what results show: they are made behind the facts; null for a day before
     * @param corrections what upheld appeals make of what is frozen, which stays as it is
     */
    record PartView(
            LocalDate from,
            LocalDate asOf,
            RuleView rule,
            @Nullable Points total,
            String formula,
            @Nullable Points stored,
            @Nullable OffsetDateTime frozenAt,
            @Nullable PeersView peers,
            List<LineView> indicators,
            List<CorrectionView> corrections,
            AppealView appeal) {}

    /** By which version of which scheme. */
    record RuleView(
            long scheme,
            String title,
            long owner,
            String ownerName,
            LocalDate from,
            @Nullable String document) {}

    /** The middle of those who are scored by the same scheme; never a place among them. */
    record PeersView(int units, Points median) {}

    /**
     * An indicator.
     *
     * @param points null where it does not apply
     * @param formula in words where there is nothing to compute: it does not apply, or nothing fell due
     * @param count how many facts there are; some are shown, first those that cost points
     * @param restore what would bring points back; null where nothing is missing
     */
    record LineView(
            String module,
            String code,
            String name,
            Method method,
            @Nullable String measure,
            @Nullable String definition,
            @Nullable String source,
            @Nullable String basis,
            Points weight,
            long numerator,
            long denominator,
            @Nullable Points points,
            String formula,
            @Nullable PeersView peers,
            long count,
            List<FactView> facts,
            @Nullable RestoreView restore) {}

    /**
     * Something that has happened, or how something stands.
     *
     * @param link where it can be looked at; null where nothing more is to be seen
     * @param late whether it was heard after the score was frozen, and did not change it
     */
    record FactView(
            String thing,
            LocalDate day,
            long unit,
            String unitName,
            long numerator,
            long denominator,
            String event,
            long version,
            @Nullable String link,
            boolean late) {}

    /**
     * What an upheld appeal makes of a frozen score.
     *
     * @param frozen the points of the indicator with the corrections before it
     * @param total the sum as it is corrected
     * @param link where the appeal can be looked at
     */
    record CorrectionView(
            long appeal,
            String indicator,
            @Nullable Points frozen,
            @Nullable Points points,
            @Nullable Points total,
            String document,
            String link) {}

    /** How to contest a score. */
    record AppealView(long to, String toName, int days, String text) {}
}
