package cn.dangjian.organization.field.contact;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Stay;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** 工作日历: Monday to Friday, but for what {@code rules/working-days.csv} says. */
@Component
class WorkingDays {

    private static final Set<DayOfWeek> WEEKEND = EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private static final int HALVES = 2;

    private final Map<LocalDate, Boolean> exceptions = read("working-days.csv").stream()
            .collect(Collectors.toMap(row -> LocalDate.parse(row.getField("day")), row -> isYes(row, "working")));

    private final Set<Integer> whole = read("working-years.csv").stream()
            .filter(row -> isYes(row, "whole"))
            .map(row -> Integer.valueOf(row.getField("year")))
            .collect(Collectors.toSet());

    WorkingDays() {}

    boolean isWorking(LocalDate day) {
        return exceptions.getOrDefault(day, !WEEKEND.contains(day.getDayOfWeek()));
    }

    /** Whether the holidays of all years of a period are known. */
    boolean isWhole(LocalDate from, LocalDate to) {
        return IntStream.rangeClosed(from.getYear(), to.getYear()).allMatch(whole::contains);
    }

    int count(LocalDate from, LocalDate to) {
        return (int) from.datesUntil(to.plusDays(1)).filter(this::isWorking).count();
    }

    /** Half working days of a period that the stays cover; what is written down twice counts once. */
    int halves(Collection<Stay> stays, LocalDate from, LocalDate to) {
        var covered = new HashMap<LocalDate, Integer>();
        for (var stay : stays) {
            int left = stay.halves();
            for (var day = stay.day(); left > 0; day = day.plusDays(1), left -= HALVES) {
                covered.merge(day, Math.min(HALVES, left), (a, b) -> Math.min(HALVES, a + b));
            }
        }
        return covered.entrySet().stream()
                .filter(day -> !day.getKey().isBefore(from) && !day.getKey().isAfter(to) && isWorking(day.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static boolean isYes(NamedCsvRecord row, String field) {
        return row.getField(field).equals("yes");
    }

    private static List<NamedCsvRecord> read(String file) {
        try (var stream = WorkingDays.class.getResourceAsStream("/rules/" + file)) {
            if (stream == null) throw new FileNotFoundException(file);
            try (var csv = CsvReader.builder()
                    .commentStrategy(CommentStrategy.SKIP)
                    .ofNamedCsvRecord(new InputStreamReader(stream, UTF_8))) {
                return csv.stream().toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
