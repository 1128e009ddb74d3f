package cn.dangjian.dues.rate.scale;

import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rates of {@code rules/rates.csv}: of a scale the edition that is in force in a month. */
@Component
public class Rates {

    private static final long FEN = 100;
    private static final int MILLION = 1_000_000;
    private static final String FILE = "rates.csv";

    private final List<Rate> rows;

    Rates() {
        rows = RuleFile.read(FILE).stream().map(Rates::row).toList();
    }

    List<Rate> all() {
        return rows;
    }

    /** The day on which a later edition of the row's scale begins. */
    Optional<LocalDate> next(Rate rate) {
        return rows.stream()
                .filter(row -> row.scale() == rate.scale() && row.since().isAfter(rate.since()))
                .map(Rate::since)
                .min(LocalDate::compareTo);
    }

    /** All rows of the editions that hold in a month. */
    public List<Rate> in(LocalDate month) {
        return rows.stream()
                .filter(row -> row.since().equals(edition(row.scale(), month)))
                .toList();
    }

    /** The row that a base falls into. */
    public Optional<Rate> find(Scale scale, long baseFen, LocalDate month) {
        return in(month).stream()
                .filter(row -> row.scale() == scale && row.fits(baseFen))
                .findFirst();
    }

    public Optional<Rate> find(int id) {
        return rows.stream().filter(row -> row.id() == id).findFirst();
    }

    /**
     * What is owed of a base: multiplied first, divided last, half a fen and more rounded up.
     *
     * @throws ArithmeticException beyond any pay
     */
    public static long due(long baseFen, int millionths) {
        return Math.floorDiv(Math.addExact(Math.multiplyExact(baseFen, (long) millionths), MILLION / 2), MILLION);
    }

    private @Nullable LocalDate edition(Scale scale, LocalDate month) {
        return rows.stream()
                .filter(row -> row.scale() == scale && !row.since().isAfter(month))
                .map(Rate::since)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static Rate row(NamedCsvRecord row) {
        String upto = row.getField("upto");
        return new Rate(
                Integer.parseInt(row.getField("id")),
                Scale.valueOf(row.getField("scale")),
                LocalDate.parse(row.getField("since")),
                fen(row.getField("over")),
                upto.isEmpty() ? null : fen(upto),
                new BigDecimal(row.getField("percent")).movePointRight(4).intValueExact(),
                row.getField("source"),
                row.getField("certainty"),
                row.getField("note"));
    }

    private static long fen(String yuan) {
        return new BigDecimal(yuan).multiply(BigDecimal.valueOf(FEN)).longValueExact();
    }
}
