package cn.dangjian.member.person.code;

import cn.dangjian.platform.rules.RuleFile;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** 代码表: the files {@code codes/*.csv}, as other rooms ask for them. */
@Component
public class Codes {

    public static final String SEX = "sex";
    public static final String ETHNICITY = "ethnicity";
    public static final String EDUCATION = "education";
    public static final String POLITICAL_STATUS = "political-status";
    public static final String OCCUPATION = "occupation";
    public static final String STATISTICAL_OCCUPATION = "statistical-occupation";
    public static final String MEMBER_CLASS = "member-class";

    private final Map<String, CodeTable> tables = new LinkedHashMap<>();
    private final Map<String, Map<String, Code>> byText = new LinkedHashMap<>();

    Codes() {
        for (var row : read("tables")) {
            var table = table(row);
            tables.put(table.table(), table);
            byText.put(table.table(), table.byText());
        }
    }

    /**
     * The code itself.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public Optional<Code> find(String table, String code) {
        return named(table, code).filter(found -> found.code().equals(code));
    }

    /**
     * The code that a text means: the code itself, its Chinese name, or another name that people use for it.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public Optional<Code> named(String table, String text) {
        var texts = byText.get(table);
        if (texts == null) throw new IllegalArgumentException("No code table " + table);
        return Optional.ofNullable(texts.get(text));
    }

    /**
     * Whether a table has a code.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public boolean isKnown(String table, String code) {
        return find(table, code).isPresent();
    }

    /**
     * The Chinese name of a code; of one that the table no longer has the code itself, so that old rows can be shown.
     *
     * @throws IllegalArgumentException if there is no such table
     */
    public String name(String table, String code) {
        return find(table, code).map(Code::name).orElse(code);
    }

    List<CodeTable> tables() {
        return List.copyOf(tables.values());
    }

    Optional<CodeTable> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    private static CodeTable table(NamedCsvRecord row) {
        return new CodeTable(
                row.getField("table"),
                row.getField("title"),
                row.getField("english"),
                row.getField("standard"),
                LocalDate.parse(row.getField("since")),
                row.getField("source"),
                LocalDate.parse(row.getField("checked")),
                read(row.getField("table")).stream().map(Codes::code).toList());
    }

    private static Code code(NamedCsvRecord row) {
        String also = row.getField("also");
        return new Code(
                row.getField("code"),
                row.getField("name"),
                row.getField("english"),
                also.isEmpty() ? List.of() : List.of(also.split(" ", -1)),
                row.getField("certainty").equals("V"));
    }

    private static List<NamedCsvRecord> read(String name) {
        return RuleFile.readAll("/codes/" + name + ".csv");
    }
}
