package cn.dangjian.platform.files.form;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.sheets.Amounts;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Formulas;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.Wording;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row; the first one that makes no sense rejects the row. */
public final class Cells {

    private static final int MOST = 10_000_000;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");
    /** As many digits as any number of a row needs. */
    private static final Pattern ID = Pattern.compile("[0-9]{1,18}");
    /** What a spreadsheet shows instead of a value that it does not have. */
    private static final Set<String> ERRORS = Set.of(
            "#N/A",
            "#REF!",
            "#VALUE!",
            "#DIV/0!",
            "#NAME?",
            "#NULL!",
            "#NUM!",
            "#SPILL!",
            "#CALC!",
            "#FIELD!",
            "#BLOCKED!",
            "#CONNECT!",
            "#UNKNOWN!",
            "#BUSY!",
            "#GETTING_DATA");

    /** As cells hold them that are no texts; who is called so writes it otherwise. */
    private static final Set<String> TRUTHS = Set.of("TRUE", "FALSE");

    /** 1 and 0 are how Excel stores what it shows as TRUE and FALSE. */
    private static final Set<String> YES = Set.of("是", "yes", "true", "1");

    private static final Set<String> NO = Set.of("否", "no", "false", "0");

    private final Form form;
    private final List<Column> columns;
    private final Row row;

    private Cells(Form form, Row row) {
        this.form = form;
        this.columns = form.columns();
        this.row = row;
    }

    /** What the rows say; those that make no sense are added to the rejections. */
    public static <T> List<T> read(Form form, List<Row> rows, List<Rejection> rejections, Function<Cells, T> reader) {
        var read = new ArrayList<T>(rows.size());
        for (var row : rows) {
            try {
                var cells = new Cells(form, row);
                cells.requireNoMore();
                read.add(reader.apply(cells));
            } catch (BadCellException e) {
                rejections.add(new Rejection(row.line(), e.field, e.problem, e.values));
            }
        }
        return read;
    }

    /** What stands behind the last column, or in one without a name, is behind the form's columns. */
    private void requireNoMore() {
        if (row.cells().size() > columns.size()) throw bad("", "intake.too-many-cells", "");
    }

    /** The line of the file. */
    public int line() {
        return row.line();
    }

    /** What stands there; empty if nothing does. */
    public String text(String key) {
        int place = place(key);
        // a row that waits since before the form had the column
        String text = place < row.cells().size() ? Wording.clean(row.cells().get(place)) : "";
        if (text.startsWith("#") && ERRORS.contains(text)) throw bad(key, "intake.error-value", text);
        return text;
    }

    private int place(String key) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).key().equals(key)) return i;
        }
        throw new IllegalArgumentException("No column " + key);
    }

    /** What stands there; null if nothing does. */
    public @Nullable String textOrNull(String key) {
        String text = text(key);
        return text.isBlank() ? null : text;
    }

    /** What stands there; a row in which nothing does is rejected. */
    public String given(String key) {
        String text = text(key);
        if (text.isBlank()) throw bad(key, "intake.missing", "");
        return text;
    }

    /** A text that people read: short enough, printable, and nothing that a spreadsheet would run. */
    public String name(String key, int longest) {
        return plain(key, given(key), longest);
    }

    public @Nullable String nameOrNull(String key, int longest) {
        String text = textOrNull(key);
        return text == null ? null : plain(key, text, longest);
    }

    private String plain(String key, String text, int longest) {
        if (text.length() > longest) throw bad(key, "intake.too-long", String.valueOf(longest));
        if (Formulas.isOne(text)) throw bad(key, "intake.formula", text.substring(0, 1));
        if (TRUTHS.contains(text)) throw bad(key, "intake.truth", text);
        if (!Wording.isPrintable(text, false)) throw bad(key, "intake.unprintable", "");
        return text;
    }

    /**
     * Digits that count nothing, such as an identity number or one of a phone, as they were typed: rejected where a
     * spreadsheet took them for a number and has lost some.
     */
    public String digits(String key) {
        return kept(key, given(key));
    }

    public @Nullable String digitsOrNull(String key) {
        String text = textOrNull(key);
        return text == null ? null : kept(key, text);
    }

    /** A code, in one width and one case, as it was typed with others. */
    public String code(String key) {
        return same(digits(key));
    }

    public @Nullable String codeOrNull(String key) {
        String text = digitsOrNull(key);
        return text == null ? null : same(text);
    }

    private static String same(String code) {
        return narrow(code).toUpperCase(Locale.ROOT);
    }

    /** Full-width digits, letters and signs as those of ASCII. */
    private static String narrow(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) return Normalizer.normalize(text, Normalizer.Form.NFKC);
        }
        return text;
    }

    private String kept(String key, String text) {
        if (Amounts.isCut(text)) throw bad(key, "intake.number-lost", "");
        return text;
    }

    /** A whole number of people or things. */
    public int count(String key) {
        String text = narrow(given(key));
        boolean fits = COUNT.matcher(text).matches() && Integer.parseInt(text) <= MOST;
        if (!fits) throw senseless(key, "intake.not-number", text);
        return Integer.parseInt(text);
    }

    /** The number under which something is kept here. */
    public long id(String key) {
        String text = narrow(digits(key));
        long id = ID.matcher(text).matches() ? Long.parseLong(text) : 0;
        if (id == 0) throw senseless(key, "intake.not-id", text);
        return id;
    }

    public boolean isYes(String key) {
        String text = given(key).toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) throw senseless(key, "intake.not-yes-or-no", text);
        return YES.contains(text);
    }

    /** A day on which something can have been or be planned that is kept here. */
    public LocalDate day(String key) {
        return day(key, given(key), TypedDay.EARLIEST, TypedDay.LATEST);
    }

    /** @param earliest of those that make sense in this column */
    public LocalDate dayFrom(String key, LocalDate earliest) {
        return day(key, given(key), earliest, TypedDay.LATEST);
    }

    public @Nullable LocalDate dayOrNull(String key) {
        return dayOrNull(key, TypedDay.EARLIEST);
    }

    /** @param earliest of those that make sense in this column */
    public @Nullable LocalDate dayOrNull(String key, LocalDate earliest) {
        String text = textOrNull(key);
        return text == null ? null : day(key, text, earliest, TypedDay.LATEST);
    }

    private LocalDate day(String key, String text, LocalDate earliest, LocalDate latest) {
        var day = TypedDay.read(narrow(text)).orElseThrow(() -> senseless(key, "intake.not-day", text));
        if (day.isBefore(earliest) || day.isAfter(latest)) {
            String read = text.equals(day.toString()) ? text : text + " = " + day;
            String said = form.isPersonal() ? title(key) : read;
            throw bad(key, "intake.day-implausible", said, earliest.toString(), latest.toString());
        }
        return day;
    }

    /** Its text names what stands there; if that is somebody's, the column. */
    private BadCellException senseless(String key, String problem, String text) {
        return bad(key, problem, form.isPersonal() ? title(key) : text);
    }

    /** To be thrown: rejects the row because of the cell in this column; the values are those of the problem's text. */
    public BadCellException bad(String key, String problem, String... values) {
        return new BadCellException(key, problem, List.of(values));
    }

    /** The title of a column, for texts that name it. */
    public String title(String key) {
        return columns.get(place(key)).title();
    }

    /** A cell that makes no sense. */
    public static final class BadCellException extends RuntimeException {

        private final String field;
        private final String problem;
        private final List<String> values;

        BadCellException(String field, String problem, List<String> values) {
            super(problem, null, false, false);
            this.field = field;
            this.problem = problem;
            this.values = values;
        }
    }
}
