package cn.dangjian.organization.register.code;

import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 代码表: files {@code codes/*.csv}, each with the standard that it is taken from (R-35, R-37). */
@Component
public class CodeTables {

    private final Map<String, CodeTable> tables = new LinkedHashMap<>();

    CodeTables() {
        for (var row : read("tables")) {
            String name = row.getField("table");
            tables.put(name, table(row, read(name)));
        }
    }

    /**
     * A list of codes.
     *
     * @param checked the day on which it was compared with its source
     * @param verified whether the whole of it was found in its source; if not, {@code note} says what was not
     */
    record CodeTable(
            String table,
            String title,
            String standard,
            String source,
            LocalDate checked,
            boolean verified,
            String note,
            List<Code> codes) {}

    /** One code; letters are empty where the standard has none. */
    record Code(String code, String name, String letters) {}

    List<CodeTable> list() {
        return List.copyOf(tables.values());
    }

    Optional<CodeTable> find(String table) {
        return Optional.ofNullable(tables.get(table));
    }

    /**
     * Whether a table has a code.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public boolean knows(String table, String code) {
        return find(table).orElseThrow(() -> new IllegalArgumentException("No code table " + table)).codes().stream()
                .anyMatch(row -> row.code().equals(code));
    }

    /** The code that a text means, being the code itself or the name that people use for it. */
    public Optional<String> named(String table, String text) {
        var codes = find(table)
                .orElseThrow(() -> new IllegalArgumentException("No code table " + table))
                .codes();
        return codes.stream()
                .filter(row -> row.code().equals(text) || row.name().equals(text))
                .map(Code::code)
                .findFirst();
    }

    /**
     * All codes of a table.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public List<String> codes(String table) {
        return find(table).orElseThrow(() -> new IllegalArgumentException("No code table " + table)).codes().stream()
                .map(Code::code)
                .toList();
    }

    private static CodeTable table(NamedCsvRecord row, List<NamedCsvRecord> codes) {
        return new CodeTable(
                row.getField("table"),
                row.getField("title"),
                row.getField("standard"),
                row.getField("source"),
                LocalDate.parse(row.getField("checked")),
                row.getField("verified").equals("yes"),
                row.getField("note"),
                codes.stream()
                        .map(code -> new Code(code.getField("code"), code.getField("name"), code.getField("letters")))
                        .toList());
    }

    private static List<NamedCsvRecord> read(String name) {
        return RuleFile.readAll("/codes/" + name + ".csv");
    }
}
