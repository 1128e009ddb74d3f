package cn.dangjian.platform.rules.book;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of one day. */
public class Rules {

    private static final Comparator<Setting> CLOSEST = Comparator.<Setting>comparingInt(
                    setting -> setting.path().length())
            .thenComparing(Setting::since)
            .thenComparingLong(Setting::id);

    private final LocalDate day;
    private final RuleRows rows;
    private final List<Setting> settings;

    Rules(LocalDate day, RuleRows rows, List<Setting> settings) {
        this.day = day;
        this.rows = rows;
        this.settings = settings;
    }

    /**
     * The value of a rule for the unit with this path: what its nearest ancestor has set, else the regulation's; empty
     * if none is set.
     *
     * @throws IllegalArgumentException if no rule has the name
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code rule.not-yet} if the rule begins later
     */
    public Optional<BigDecimal> find(String rule, String path) {
        var row = row(rule);
        var set = set(rule, path);
        return set.isPresent() ? Optional.ofNullable(set.get().value()) : Optional.ofNullable(row.value());
    }

    /**
     * Where the value of a rule for the unit with this path is written: the document that has set it, else the
     * regulation.
     *
     * @throws IllegalArgumentException if no rule has the name
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code rule.not-yet} if the rule begins later
     */
    public String source(String rule, String path) {
        var row = row(rule);
        return set(rule, path).map(Setting::document).orElse(row.source());
    }

    /**
     * The value of a rule that always has one.
     *
     * @throws IllegalStateException if none is set
     * @throws ArithmeticException if it is not whole
     */
    public int number(String rule, String path) {
        return find(rule, path)
                .orElseThrow(() -> new IllegalStateException("No value for rule " + rule))
                .intValueExact();
    }

    /**
     * The regulation that a rule comes from, and its article.
     *
     * @throws IllegalArgumentException if no rule has the name
     * @throws cn.dangjian.platform.web.problem.ProblemException 422 {@code rule.not-yet} if the rule begins later
     */
    public String source(String rule) {
        return row(rule).source();
    }

    private Rule row(String rule) {
        return rows.find(rule, day)
                .orElseThrow(() -> RuleRefusal.NOT_YET.with(
                        rows.first(rule).orElseThrow(() -> new IllegalArgumentException("No rule " + rule))));
    }

    private Optional<Setting> set(String rule, String path) {
        return settings.stream()
                .filter(setting -> setting.rule().equals(rule) && path.startsWith(setting.path()))
                .max(CLOSEST);
    }
}
