package cn.dangjian.platform.files.form;

import static cn.dangjian.platform.sheets.Column.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {

    private record Cards(boolean isPersonal) implements Form {

        @Override
        public String what() {
            return "CARDS";
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public List<Column> columns() {
            return List.of(text("number", "号码"));
        }

        @Override
        public Set<String> optional() {
            return Set.of();
        }

        @Override
        public Set<String> leftOut() {
            return Set.of();
        }

        @Override
        public Judged take(List<Row> rows, Order order) {
            return new Judged(List.of());
        }
    }

    private final List<Rejection> rejections = new ArrayList<>();

    private <T> List<T> read(Form form, String cell, Function<Cells, T> reader) {
        return Cells.read(form, List.of(new Row(2, List.of(cell))), rejections, reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101199003070020", "11010119900307002X", "0871-1234567", "+8613800138000", "1"})
    void digitsAreAsTheyWereTyped(String digits) {
        assertThat(read(new Cards(true), digits, cells -> cells.digits("number")))
                .containsExactly(digits);
        assertThat(rejections).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10000001,10000001", "１２,12", "999999999999999999,999999999999999999"})
    void aNumberOfAFileIsAsLongAsItGets(String text, long id) {
        assertThat(read(new Cards(true), text, cells -> cells.id("number"))).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000000000000", "一"})
    void whatIsNoNumberOfAFileIsRejected(String text) {
        assertThat(read(new Cards(true), text, cells -> cells.id("number"))).isEmpty();
        assertThat(rejections).containsExactly(Rejection.of(2, "number", "intake.not-id", "号码"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1010119900307E+17", "1.10101E+17", "1.10E17", "1e+17", "1E+15"})
    void digitsThatASpreadsheetHasLostAreRejected(String digits) {
        assertThat(read(new Cards(true), digits, cells -> cells.digits("number")))
                .isEmpty();
        assertThat(read(new Cards(true), digits, cells -> cells.digitsOrNull("number")))
                .isEmpty();
        assertThat(rejections)
                .hasSize(2)
                .allMatch(why -> why.equals(Rejection.of(2, "number", "intake.number-lost", "")));
    }

    @Test
    void whatStandsInACellIsNamedUnlessItIsSomebodys() {
        read(new Cards(false), "110101199003070020", cells -> cells.count("number"));
        read(new Cards(true), "110101199003070020", cells -> cells.count("number"));

        assertThat(rejections)
                .extracting(Rejection::values)
                .containsExactly(List.of("110101199003070020"), List.of("号码"));
    }

    private @Nullable String problem(String cell, Function<Cells, ?> reader) {
        rejections.clear();
        read(new Cards(false), cell, reader);
        return rejections.isEmpty() ? null : rejections.getFirst().problem();
    }

    @ParameterizedTest(name = "18.2 {0} is {1}")
    @CsvSource({
        "2024-01-05, 2024-01-05",
        "2024-1-5, 2024-01-05",
        "2024/1/5, 2024-01-05",
        "2024.1.5, 2024-01-05",
        "20240105, 2024-01-05",
        "2024年1月5日, 2024-01-05",
        "2024年01月05号, 2024-01-05",
        "2024 年 1 月 5 日, 2024-01-05",
        "２０２６-０３-０２, 2026-03-02",
        "2024-01-05T00:00:00, 2024-01-05",
        "2024-01-05 23:59:59.999, 2024-01-05",
        "2024-01-05T16:00:00Z, 2024-01-06",
        "2024-01-05T15:59:59Z, 2024-01-05",
        "2024-01-05T02:00:00+09:00, 2024-01-05",
        "2024/1/5 0:00, 2024-01-05",
        "45296, 2024-01-05",
        "45296.75, 2024-01-05",
        "9999, 1927-05-17",
        "9998, 1927-05-16",
        "8000, 1921-11-25",
    })
    void aDayIsReadHoweverItIsWritten(String typed, LocalDate day) {
        assertThat(read(new Cards(false), typed, cells -> cells.day("number"))).containsExactly(day);
        assertThat(rejections).isEmpty();
    }

    @ParameterizedTest(name = "18.2 and 18.5 {0} is {1}")
    @CsvSource({
        "0001-01-01, intake.day-implausible",
        "1000-01-01, intake.day-implausible",
        "2173-01-01, intake.day-implausible",
        "100000, intake.day-implausible",
        "60, intake.not-day",
        "2024-02-30, intake.not-day",
        "20241301, intake.not-day",
        "2024-01-05T25:00, intake.not-day",
        "2024年1月, intake.not-day",
        "1234567, intake.not-day",
        "昨天, intake.not-day",
    })
    void anImplausibleDayIsRejected(String typed, String problem) {
        assertThat(problem(typed, cells -> cells.day("number"))).isEqualTo(problem);
    }

    @Test
    @DisplayName("18.2 an implausible day is told with what it was read as, and the range; never of a person")
    void saysWhichDaysMakeSense() {
        problem("12345", cells -> cells.dayFrom("number", LocalDate.of(1949, 10, 1)));
        assertThat(rejections.getFirst().values()).containsExactly("12345 = 1933-10-18", "1949-10-01", "2099-12-31");

        rejections.clear();
        read(new Cards(true), "0001-01-01", cells -> cells.day("number"));
        assertThat(rejections.getFirst().values()).containsExactly("号码", "1921-07-01", "2099-12-31");
    }

    @ParameterizedTest(name = "18.5 {0} is no value of any column")
    @ValueSource(strings = {"#N/A", "#REF!", "#DIV/0!", "#NAME?"})
    void anErrorOfTheSpreadsheetIsNoValue(String error) {
        for (var reader : List.<Function<Cells, ?>>of(
                cells -> cells.name("number", 20),
                cells -> cells.textOrNull("number"),
                cells -> cells.codeOrNull("number"),
                cells -> cells.count("number"),
                cells -> cells.day("number")))
            assertThat(problem(error, reader)).isEqualTo("intake.error-value");
    }

    @Test
    @DisplayName("18.5 TRUE is one employee no more, and nobody's name")
    void aTruthIsNeitherNumberNorName() {
        assertThat(problem("TRUE", cells -> cells.count("number"))).isEqualTo("intake.not-number");
        assertThat(problem("TRUE", cells -> cells.name("number", 20))).isEqualTo("intake.truth");
        assertThat(read(new Cards(false), "TRUE", cells -> cells.isYes("number")))
                .containsExactly(true);
    }

    @ParameterizedTest(name = "18.10 the code {0} is {1}")
    @CsvSource({"433101002001, 433101002001", "４３３１０１, 433101", "433101002003-nn, 433101002003-NN", "４３－ｎｎ, 43-NN"})
    void codesHaveOneWidthAndOneCase(String typed, String code) {
        assertThat(read(new Cards(false), typed, cells -> cells.code("number"))).containsExactly(code);
    }

    @Test
    @DisplayName("18.3 a code of which a spreadsheet has lost digits is rejected")
    void aCodeWithoutItsDigitsIsRejected() {
        assertThat(problem("9.8E+17", cells -> cells.code("number"))).isEqualTo("intake.number-lost");
    }

    @Test
    @DisplayName("18.4 a row with more cells than columns is rejected")
    void moreCellsThanColumnsAreTold() {
        Cells.read(new Cards(false), List.of(new Row(2, List.of("1", "2"))), rejections, cells -> cells.text("number"));

        assertThat(rejections).extracting(Rejection::problem).containsExactly("intake.too-many-cells");
    }
}
