package cn.dangjian.organization.tree.application;

import cn.dangjian.organization.tree.imports.DivisionFile;
import cn.dangjian.organization.tree.rule.DivisionRules;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one file and judges each by itself; whether its parent exists is asked later, of all at once. */
final class DivisionReader {

    private static final String CODE = "code";
    private static final String NAME = "name";
    private static final int LONGEST_NAME = 100;

    private final DivisionFile file;
    private final String province;
    private final DivisionRules rules;
    private final LocalDate today;
    private final Lines lines;
    private List<String> header = List.of();
    private @Nullable Reason headerRefusal;
    private @Nullable String headerValue;
    private boolean opened;

    DivisionReader(DivisionFile file, Lines lines, String province, DivisionRules rules, LocalDate today) {
        this.file = file;
        this.province = province;
        this.rules = rules;
        this.today = today;
        this.lines = lines;
    }

    /** The next row; null after the last one. */
    @Nullable
    DivisionRow next() throws IOException {
        if (!opened) open();
        var line = lines.next();
        return line == null ? null : row(line);
    }

    private void open() throws IOException {
        opened = true;
        var line = lines.next();
        if (line == null) return;
        var fields = line.text() == null ? null : fields(line.text());
        if (fields == null) refuseAll(Reason.COLUMN_MISSING, CODE);
        else check(fields);
    }

    private void check(List<String> columns) {
        Set<String> known = new HashSet<>(file.ancestors().keySet());
        known.addAll(List.of(CODE, NAME));
        header = columns;
        for (String column : List.of(CODE, NAME, file.parentColumn())) {
            if (!columns.contains(column)) refuseAll(Reason.COLUMN_MISSING, column);
        }
        columns.stream()
                .filter(column -> !known.contains(column))
                .findFirst()
                .ifPresent(column -> refuseAll(Reason.COLUMN_UNKNOWN, column));
        if (Set.copyOf(columns).size() < columns.size()) {
            refuseAll(Reason.COLUMN_UNKNOWN, String.join(",", columns));
        }
    }

    /** Without a header that is understood no row can be, and each says so. */
    private void refuseAll(Reason reason, String value) {
        if (headerRefusal != null) return;
        headerRefusal = reason;
        headerValue = value;
    }

    private DivisionRow row(Lines.Line line) {
        int number = line.number();
        String text = line.text();
        if (text == null) {
            var why = line.refusal() == null ? Reason.LINE_NOT_UTF8 : line.refusal();
            return new DivisionRow.Bad(number, null, why, null);
        }
        if (headerRefusal != null) return new DivisionRow.Bad(number, null, headerRefusal, headerValue);
        var fields = fields(text);
        if (fields == null) return new DivisionRow.Bad(number, null, Reason.LINE_QUOTES, text);
        if (fields.size() != header.size()) {
            return new DivisionRow.Bad(number, null, Reason.COLUMN_COUNT, String.valueOf(fields.size()));
        }
        return row(number, fields);
    }

    private DivisionRow row(int line, List<String> fields) {
        String code = fields.get(header.indexOf(CODE));
        String name = fields.get(header.indexOf(NAME));
        int digits = rules.digits(file.tier());
        if (!DivisionRules.isDigits(code)) return bad(line, code, Reason.CODE_NOT_DIGITS, code);
        if (code.length() != digits) return bad(line, code, Reason.CODE_WRONG_LENGTH, String.valueOf(digits));
        if (!code.startsWith(province)) return bad(line, code, Reason.CODE_OTHER_PROVINCE, province);
        if (name.isEmpty()) return bad(line, code, Reason.NAME_EMPTY, null);
        if (name.length() > LONGEST_NAME) {
            return bad(line, code, Reason.NAME_TOO_LONG, String.valueOf(LONGEST_NAME));
        }
        if (name.codePoints().anyMatch(DivisionReader::isUnprintable)) {
            return bad(line, code, Reason.NAME_UNPRINTABLE, null);
        }
        for (var ancestor : file.ancestors().entrySet()) {
            int column = header.indexOf(ancestor.getKey());
            if (column < 0) continue;
            String told = fields.get(column);
            String expected = code.substring(0, rules.digits(ancestor.getValue()));
            if (!told.equals(expected)) return bad(line, code, Reason.PARENT_CONTRADICTS, told);
        }
        var kind = rules.kind(file.tier(), code, name, today);
        if (kind.isEmpty()) return bad(line, code, Reason.CODE_NO_KIND, code);
        return new DivisionRow.Good(line, code, rules.parent(file.tier(), code), name, kind.get(), homemade(name));
    }

    /** 造字: the characters of a name that only the machines know on which somebody made them; null if there are none. */
    private static @Nullable String homemade(String name) {
        String found = name.codePoints()
                .filter(c -> Character.getType(c) == Character.PRIVATE_USE)
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(" "));
        return found.isEmpty() ? null : found;
    }

    private static DivisionRow bad(int line, String code, Reason reason, @Nullable String value) {
        return new DivisionRow.Bad(line, code, reason, value);
    }

    private static boolean isUnprintable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> codePoint == '\uFFFD';
        };
    }

    /** The fields of a line without the blanks around them; null if its quotes do not match. */
    private static @Nullable List<String> fields(String line) {
        if (line.chars().filter(c -> c == '"').count() % 2 != 0) return null;
        try (var csv =
                CsvReader.builder().allowExtraCharsAfterClosingQuote(false).ofCsvRecord(line)) {
            return csv.stream()
                    .findFirst()
                    .map(row -> row.getFields().stream().map(String::strip).toList())
                    .orElse(null);
        } catch (CsvParseException | IOException e) {
            return null;
        }
    }
}
