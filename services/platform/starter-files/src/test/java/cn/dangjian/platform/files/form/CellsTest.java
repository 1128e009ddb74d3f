package cn.dangjian.platform.files.form;

import static cn.dangjian.platform.files.sheet.Column.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.files.sheet.Column;
import cn.dangjian.platform.files.sheet.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        public List<Rejection> take(List<Row> rows, Order order) {
            return List.of();
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
}
