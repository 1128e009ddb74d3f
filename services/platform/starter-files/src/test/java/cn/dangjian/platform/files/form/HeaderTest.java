package cn.dangjian.platform.files.form;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {

    private record Posts() implements Form {

        @Override
        public String what() {
            return "POSTS";
        }

        @Override
        public String help() {
            return "";
        }

        @Override
        public List<Column> columns() {
            return List.of(text("post", "职务(村)"), day("from", "任职日期"));
        }

        @Override
        public Set<String> optional() {
            return Set.of();
        }

        @Override
        public Set<String> leftOut() {
            return Set.of("unitName", "单位名称");
        }

        @Override
        public Judged take(List<Row> rows, Order order) {
            return new Judged(List.of());
        }
    }

    private final Form form = new Posts();

    @ParameterizedTest(name = "18.1 the header {0}, {1} is understood")
    @CsvSource({"职务(村), 任职日期", "职务（村）, 任职 日期", "' 职务 ( 村 )', '任职\n日期'", "post, FROM", "职务(村)\u200b, 任职日期\u00a0"})
    void readsAHeaderAsClerksTypeIt(String post, String from) {
        assertThat(new Header(form, List.of(post, from))
                        .row(2, List.of("书记", "2024-01-05"), false)
                        .cells())
                .containsExactly("书记", "2024-01-05");
    }

    @Test
    @DisplayName("18.1 a title is no header")
    void aTitleIsNoHeader() {
        assertThat(Header.isOne(form, List.of("班子成员名单"))).isFalse();
        assertThat(Header.isOne(form, List.of("职务（村）", "任职日期"))).isTrue();
        assertThat(catchThrowableOfType(ProblemException.class, () -> new Header(form, List.of("班子成员名单")))
                        .code())
                .isEqualTo("intake.column-unknown");
    }

    @ParameterizedTest(name = "18.2 {0} that counts from 1904 is {1}")
    @CsvSource({"40000, 41462", "40000.5, 41462", "2024-01-05, 2024-01-05", "20240105, 20240105", "'', ''"})
    void daysThatCountFrom1904AreCountedFrom1900(String cell, String counted) {
        var header = new Header(form, List.of("职务（村）", "任职日期"));

        assertThat(header.row(2, List.of("40000", cell), true).cells()).containsExactly("40000", counted);
        assertThat(header.row(2, List.of("40000", cell), false).cells()).containsExactly("40000", cell);
    }

    @Test
    @DisplayName("18.4 what stands under no column comes behind the columns")
    void keepsWhatHasNoColumn() {
        var header = new Header(form, List.of("单位名称", "post", "", "from"));

        assertThat(header.row(2, List.of("虚构村", "书记", "", "2024"), false).cells())
                .hasSize(2);
        assertThat(header.row(2, List.of("虚构村", "书记", "多", "2024", "", "余"), false)
                        .cells())
                .containsExactly("书记", "2024", "多", "余");
    }
}
