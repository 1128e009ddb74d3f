package cn.dangjian.assessment.appraise.tally;

import cn.dangjian.assessment.points.Points;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What all sheets of an object say together: the means of the roles that count, by their weights. The number is a fraction
 * until it is rounded, once, half a hundredth up.
 *
 * @param parts in the order of the plan
 * @param composite of a hundred, in hundredths; null if a role that is needed does not count, or none does
 */
public record Tally(
        long appraised, List<Part> parts, @Nullable Integer composite) {

    static Tally of(long appraised, List<Part> parts) {
        return new Tally(appraised, parts, composite(parts));
    }

    private static @Nullable Integer composite(List<Part> parts) {
        if (isWithout(parts)) return null;
        var numerator = BigInteger.ZERO;
        var denominator = BigInteger.ONE;
        for (var part : parts) {
            if (!part.counts()) continue;
            var count = BigInteger.valueOf(part.counted().size());
            var share = BigInteger.valueOf(part.sum())
                    .multiply(BigInteger.valueOf(part.role().weight()));
            numerator = numerator.multiply(count).add(share.multiply(denominator));
            denominator = denominator.multiply(count);
        }
        denominator = denominator.multiply(BigInteger.valueOf(weights(parts)));
        return new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }

    private static boolean isWithout(List<Part> parts) {
        return parts.stream().noneMatch(Part::counts)
                || parts.stream().anyMatch(part -> part.role().needed() && !part.counts());
    }

    private static int weights(List<Part> parts) {
        return parts.stream()
                .filter(Part::counts)
                .mapToInt(part -> part.role().weight())
                .sum();
    }

    /** The composite with the numbers in it, as one can compute it on paper; null if there is none. */
    @Nullable
    String formula() {
        if (composite == null) return null;
        String terms = parts.stream()
                .filter(Part::counts)
                .map(part -> "%d × %s ÷ %d"
                        .formatted(
                                part.role().weight(),
                                BigDecimal.valueOf(part.sum(), 2),
                                part.counted().size()))
                .collect(Collectors.joining(" + "));
        return "(%s) ÷ %d = %s".formatted(terms, weights(parts), new Points(composite));
    }
}
