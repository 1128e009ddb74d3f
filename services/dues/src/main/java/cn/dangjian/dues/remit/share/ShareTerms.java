package cn.dangjian.dues.remit.share;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the rules say about passing on, asked for each day once. A year is divided by what holds at its end; each of its parts
 * is due by what holds at the end of the part.
 */
final class ShareTerms {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MILLION = 1_000_000;
    private static final int YEAR = 12;

    private final Rulebook rulebook;
    private final Map<LocalDate, Rules> known = new HashMap<>();

    ShareTerms(Rulebook rulebook) {
        this.rulebook = rulebook;
    }

    /**
     * Months for which a unit passes on at once.
     *
     * @param percent of what was collected; null where the province has set none
     * @param source who says so
     * @param dueOn the last day on which it is in time; null where the province has set none
     * @param dueSource who says so
     */
    record Term(
            YearMonth from,
            YearMonth to,
            @Nullable BigDecimal percent,
            String source,
            @Nullable LocalDate dueOn,
            String dueSource) {

        /** What of an amount is passed on: multiplied first, divided last, half a fen and more up; null without a percentage. */
        @Nullable
        Long share(long collected) {
            return percent == null ? null : part(collected, percent);
        }
    }

    /** The terms of a tier in a year, as they hold at a place in the tree. */
    List<Term> of(Tier tier, String path, int year) {
        var end = on(LocalDate.of(year, YEAR, 31));
        var set = end.find(rule("period", tier), path);
        int months = set.isPresent() && isPart(set.get()) ? set.get().intValueExact() : YEAR;
        var terms = new ArrayList<Term>();
        for (var from = YearMonth.of(year, 1); from.getYear() == year; from = from.plusMonths(months))
            terms.add(term(tier, path, from, from.plusMonths(months - 1L), set.isPresent()));
        return terms;
    }

    /** Of any months at once, without a day. */
    Term any(Tier tier, String path, YearMonth from, YearMonth to) {
        return term(tier, path, from, to, false);
    }

    private Rules on(LocalDate day) {
        return known.computeIfAbsent(day, rulebook::on);
    }

    private Term term(Tier tier, String path, YearMonth from, YearMonth to, boolean isDue) {
        var rules = on(to.atEndOfMonth());
        return new Term(
                from,
                to,
                rules.find(rule("share", tier), path).orElse(null),
                rules.source(rule("share", tier), path),
                isDue ? dueOn(tier, path, to, rules) : null,
                rules.source(rule("until", tier), path));
    }

    /** A day that the month does not have is its last one. */
    private static @Nullable LocalDate dueOn(Tier tier, String path, YearMonth to, Rules rules) {
        var set = rules.find(rule("until", tier), path).orElse(null);
        if (set == null) return null;
        int until = set.intValue();
        if (until <= 100) return null;
        var month = to.plusMonths(until / 100);
        return month.atDay(Math.clamp(until % 100, 1, month.lengthOfMonth()));
    }

    private static String rule(String what, Tier tier) {
        String room = what.equals("share") ? "dues." : "dues.remit.";
        return room + what + "." + tier.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a year is so many of them. */
    private static boolean isPart(BigDecimal months) {
        return months.signum() > 0
                && months.stripTrailingZeros().scale() <= 0
                && BigDecimal.valueOf(YEAR).remainder(months).signum() == 0;
    }

    private static long part(long fen, BigDecimal percent) {
        long millionths =
                percent.multiply(BigDecimal.valueOf(MILLION)).divide(HUNDRED).longValueExact();
        return Math.floorDiv(Math.addExact(Math.multiplyExact(fen, millionths), MILLION / 2), MILLION);
    }
}
