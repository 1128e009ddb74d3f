package cn.dangjian.organization.intake;

import static cn.dangjian.organization.sheet.Column.number;
import static cn.dangjian.organization.sheet.Column.text;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.intake.RowTable.Rejection;
import cn.dangjian.organization.intake.RowTable.Row;
import cn.dangjian.organization.register.EnterUnits.Line;
import cn.dangjian.organization.sheet.Column;
import cn.dangjian.organization.sheet.Formulas;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file of register units (单位台账) looks like: its header, and whether a row can be read at all. */
final class RegisterFile {

    static final List<Column> COLUMNS = List.of(
            text("name", "单位名称"),
            text("creditCode", "统一社会信用代码"),
            text("type", "单位类型"),
            number("employees", "从业人数"),
            number("members", "党员人数"),
            text("placeCode", "所在地代码"),
            text("on", "起始日期"));

    /** Columns of exports and of rejected rows: a file that was corrected may still have them. */
    private static final Set<String> LEFT_OUT = Set.of(
            "placeName",
            "所在地名称",
            "partyUnitCode",
            "覆盖党组织代码",
            "partyUnitName",
            "覆盖党组织名称",
            "founding",
            "组建方式",
            "coveredSince",
            "覆盖起始日期",
            "line",
            "行号",
            "field",
            "错误列",
            "reason",
            "原因",
            "reasonInEnglish",
            "英文原因");

    private static final Set<String> OPTIONAL = Set.of("creditCode");
    private static final int LONGEST_NAME = 200;
    private static final int MOST = 10_000_000;
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,8}");
    private static final Pattern DAY = Pattern.compile("([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})");
    /** A day as Excel counts them. */
    private static final Pattern SERIAL = Pattern.compile("[0-9]{5}");

    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private final int[] places;

    /** @throws ProblemException 422 if the header is not understood */
    RegisterFile(List<String> header) {
        places = new int[COLUMNS.size()];
        Arrays.fill(places, -1);
        for (int i = 0; i < header.size(); i++) place(header.get(i), i);
        for (int i = 0; i < places.length; i++) {
            if (places[i] < 0 && !OPTIONAL.contains(COLUMNS.get(i).key())) {
                throw refusal("intake.column-missing", COLUMNS.get(i).title());
            }
        }
    }

    private void place(String name, int at) {
        if (name.isEmpty() || LEFT_OUT.contains(name)) return;
        for (int i = 0; i < places.length; i++) {
            if (!COLUMNS.get(i).key().equals(name) && !COLUMNS.get(i).title().equals(name)) continue;
            if (places[i] >= 0) throw refusal("intake.column-twice", name);
            places[i] = at;
            return;
        }
        throw refusal("intake.column-unknown", name);
    }

    private static ProblemException refusal(String problem, String column) {
        return new ProblemException(UNPROCESSABLE_CONTENT, problem, column);
    }

    /** The cells in the order of the columns. */
    Row row(int line, List<String> cells) {
        var ordered = new ArrayList<String>(places.length);
        for (int place : places) ordered.add(place < 0 || place >= cells.size() ? "" : cells.get(place));
        return new Row(line, ordered);
    }

    /** What a row says, or what of it makes no sense. */
    sealed interface Read {
        record Good(Line line) implements Read {}

        record Bad(Rejection why) implements Read {}
    }

    static Read read(Row row) {
        try {
            var cells = row.cells();
            String name = name(cells.get(0));
            return new Read.Good(new Line(
                    row.line(),
                    name,
                    cells.get(1).isEmpty() ? null : cells.get(1),
                    given("type", cells.get(2)),
                    count("employees", cells.get(3)),
                    count("members", cells.get(4)),
                    given("placeCode", cells.get(5)),
                    day(given("on", cells.get(6)))));
        } catch (BadCellException e) {
            return new Read.Bad(new Rejection(row.line(), e.field, e.problem, e.value));
        }
    }

    private static String name(String text) {
        String name = given("name", text);
        if (name.length() > LONGEST_NAME) {
            throw new BadCellException("name", "intake.too-long", String.valueOf(LONGEST_NAME));
        }
        if (Formulas.isOne(name)) throw new BadCellException("name", "intake.formula", name.substring(0, 1));
        if (name.codePoints().anyMatch(Character::isISOControl)) {
            throw new BadCellException("name", "intake.unprintable", "");
        }
        return name;
    }

    private static String given(String field, String text) {
        if (text.isBlank()) throw new BadCellException(field, "intake.missing", "");
        return text;
    }

    private static int count(String field, String text) {
        given(field, text);
        boolean fits = COUNT.matcher(text).matches() && Integer.parseInt(text) <= MOST;
        if (!fits) throw new BadCellException(field, "intake.not-number", text);
        return Integer.parseInt(text);
    }

    private static LocalDate day(String text) {
        try {
            if (SERIAL.matcher(text).matches()) return SERIAL_ZERO.plusDays(Integer.parseInt(text));
            var day = DAY.matcher(text);
            if (day.matches()) {
                return LocalDate.of(
                        Integer.parseInt(day.group(1)), Integer.parseInt(day.group(2)), Integer.parseInt(day.group(3)));
            }
        } catch (DateTimeException e) {
            throw new BadCellException("on", "intake.not-day", text);
        }
        throw new BadCellException("on", "intake.not-day", text);
    }

    private static final class BadCellException extends RuntimeException {

        private final String field;
        private final String problem;
        private final String value;

        BadCellException(String field, String problem, String value) {
            super(problem, null, false, false);
            this.field = field;
            this.problem = problem;
            this.value = value;
        }
    }
}
