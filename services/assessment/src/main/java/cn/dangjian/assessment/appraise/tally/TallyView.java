package cn.dangjian.assessment.appraise.tally;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.sheet.SheetTable.Counted;
import cn.dangjian.assessment.points.Points;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the sheets of an object say.
 *
 * @param id of the object
 * @param composite of a hundred; null if a role that is needed does not count, or none does
 * @param formula the composite with the numbers in it; null if there is none
 */
record TallyView(
        long id,
        long unit,
        String name,
        List<PartView> parts,
        @Nullable Points composite,
        @Nullable String formula) {

    /**
     * Of a role.
     *
     * @param entitled how many may have given a sheet
     * @param onSite how many of those given are from whose people were there when the object was observed (现场观摩)
     * @param cut how many are left out at each end
     * @param counted how many are left
     * @param sum of those; null if the role does not count
     * @param mean the same by sheet, rounded for reading only
     * @param criteria the means by criterion; null if the campaign has none, or the role does not count
     */
    record PartView(
            String role,
            String name,
            int weight,
            int quorum,
            Part.State state,
            int entitled,
            int given,
            int onSite,
            int cut,
            int counted,
            @Nullable Points sum,
            @Nullable Points mean,
            @Nullable Map<String, Points> criteria) {

        static PartView of(Part part, int onSite) {
            boolean counts = part.counts();
            int counted = part.counted().size();
            return new PartView(
                    part.role().code(),
                    part.role().name(),
                    part.role().weight(),
                    part.role().quorum(),
                    part.state(),
                    part.entitled(),
                    part.given(),
                    onSite,
                    part.cut(),
                    counted,
                    counts ? new Points(Math.toIntExact(part.sum())) : null,
                    counts ? TallyView.mean(part.sum(), counted) : null,
                    counts ? criteria(part.counted()) : null);
        }

        private static @Nullable Map<String, Points> criteria(List<Counted> counted) {
            var sums = new TreeMap<String, Long>();
            for (var sheet : counted)
                sheet.criteria().forEach((code, mark) -> sums.merge(code, (long) mark, Long::sum));
            if (sums.isEmpty()) return null;
            var means = new TreeMap<String, Points>();
            sums.forEach((code, sum) -> means.put(code, TallyView.mean(sum, counted.size())));
            return means;
        }
    }

    /** Of all objects together, from below. */
    record BelowView(String role, int counted, Points mean) {

        static BelowView of(Below below) {
            return new BelowView(below.role().code(), below.counted(), TallyView.mean(below.sum(), below.counted()));
        }
    }

    /** @param below a role is missing here if its sum would say what single sheets do */
    record TalliesView(long appraisal, List<TallyView> units, List<BelowView> below) {}

    /** @param onSite sheets of those who were there, by role */
    static TallyView of(Appraised appraised, Tally tally, Map<String, Integer> onSite) {
        return new TallyView(
                appraised.id(),
                appraised.unit().value(),
                appraised.unitName(),
                tally.parts().stream()
                        .map(part -> PartView.of(
                                part, onSite.getOrDefault(part.role().code(), 0)))
                        .toList(),
                tally.composite() == null ? null : new Points(tally.composite()),
                tally.formula());
    }

    private static Points mean(long sum, int count) {
        return new Points(BigDecimal.valueOf(sum)
                .divide(BigDecimal.valueOf(count), 0, RoundingMode.HALF_UP)
                .intValueExact());
    }
}
