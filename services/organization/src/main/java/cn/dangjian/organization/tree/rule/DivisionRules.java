package cn.dangjian.organization.tree.rule;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 区划代码: how long a tier's codes are, and which organisation a code and a name make. */
@Component
public class DivisionRules {

    private static final Comparator<Row> CLOSEST = Comparator.<Row>comparingInt(
                    row -> row.province().isEmpty() ? 0 : 1)
            .thenComparingInt(row -> row.ending().length())
            .thenComparing(Row::since);

    private final Map<Tier, List<Row>> rows = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> digits = new EnumMap<>(Tier.class);
    private final Map<Tier, Integer> digitsAbove = new EnumMap<>(Tier.class);

    DivisionRules() {
        var all = RuleFile.read("division-kinds.csv").stream().map(Row::of).toList();
        for (var tier : Tier.values()) {
            rows.put(tier, all.stream().filter(row -> row.tier() == tier).toList());
        }
        all.forEach(row -> digits.put(row.tier(), row.digits()));
        int above = 0;
        for (var tier : Tier.values()) {
            digitsAbove.put(tier, above);
            above = digits(tier);
        }
    }

    private record Row(
            Tier tier,
            int digits,
            int from,
            int to,
            String ending,
            DivisionKind kind,
            String province,
            LocalDate since) {

        static Row of(NamedCsvRecord csv) {
            return new Row(
                    Tier.valueOf(csv.getField("tier")),
                    Integer.parseInt(csv.getField("digits")),
                    Integer.parseInt(csv.getField("from")),
                    Integer.parseInt(csv.getField("to")),
                    csv.getField("ending"),
                    new DivisionKind(csv.getField("kind"), csv.getField("domain")),
                    csv.getField("province"),
                    LocalDate.parse(csv.getField("since")));
        }

        boolean fits(int segment, String code, String name, LocalDate day) {
            return from <= segment
                    && segment <= to
                    && name.endsWith(ending)
                    && code.startsWith(province)
                    && !since.isAfter(day);
        }
    }

    /** How many digits the codes of a tier have; 0 for a tier that no division code names. */
    public int digits(Tier tier) {
        return digits.getOrDefault(tier, 0);
    }

    /** The tier whose codes look like this one. */
    public Optional<Tier> tier(String code) {
        if (!isDigits(code)) return Optional.empty();
        return Arrays.stream(Tier.values())
                .filter(tier -> digits(tier) == code.length())
                .findFirst();
    }

    /** The code of the division directly above. */
    public String parent(Tier tier, String code) {
        return code.substring(0, digitsAbove(tier));
    }

    /**
     * The organisation of a division on a day; empty if no rule knows the code.
     *
     * @param code as many digits as {@link #digits} says
     */
    public Optional<DivisionKind> kind(Tier tier, String code, String name, LocalDate day) {
        int segment = Integer.parseInt(code.substring(digitsAbove(tier)));
        return rows.getOrDefault(tier, List.of()).stream()
                .filter(row -> row.fits(segment, code, name, day))
                .max(CLOSEST)
                .map(Row::kind);
    }

    /** Whether a text has only the digits 0 to 9; those of other scripts are none. */
    public static boolean isDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> '0' <= c && c <= '9');
    }

    private int digitsAbove(Tier tier) {
        return digitsAbove.getOrDefault(tier, 0);
    }
}
