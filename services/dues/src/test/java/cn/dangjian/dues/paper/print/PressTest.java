package cn.dangjian.dues.paper.print;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.paper.Pdf;
import cn.dangjian.dues.paper.print.Paper.Column;
import cn.dangjian.dues.paper.print.Paper.Format;
import cn.dangjian.dues.paper.print.Paper.Table;
import cn.dangjian.dues.paper.print.Paper.Text;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is printed can be copied out again, and only the glyphs that are used are in the file. */
class PressTest {

    private static final int RECEIPT = 30 * 1024;

    private final Press press = new Press();

    private byte[] printed(String... texts) {
        return press.print(new Paper(
                Format.SLIP,
                "党费收据",
                IntStream.range(0, texts.length)
                        .mapToObj(at -> (Paper.Part) Text.of(texts[at]))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "买买提·某",
                "古丽扎尔·阿卜杜热合曼·某某",
                "李〇一",
                "\uD842\uDFB7野某",
                "刘䶮",
                "钱㑇某",
                "￥1409.50",
                "¥15.00",
                "人民币（大写）：壹仟肆佰零玖元伍角",
                "杭州市萧山区〔2026〕1号《党费证》",
                "ABC xyz 0123456789 -./:%",
            })
    void isCopiedOutAsItWasWritten(String text) {
        var bytes = printed(text);

        assertThat(Pdf.text(bytes)).contains("党费收据").contains(text);
        assertThat(bytes.length).isLessThan(RECEIPT);
    }

    /** Ideographs of two fonts in one line, in their order. */
    @Test
    void keepsTheOrderOfFontsInALine() {
        assertThat(Pdf.text(printed("收到\uD842\uDFB7某·䶮某〇交来￥5.00"))).contains("收到\uD842\uDFB7某·䶮某〇交来￥5.00");
    }

    @Test
    void showsThatACharacterIsMissing() {
        assertThat(Pdf.text(printed("王\uD83D\uDE00某"))).contains("王〓某");
    }

    @Test
    void copiesOutTheUsualCharacterOfTwoThatLookTheSame() {
        assertThat(Pdf.text(printed("\uF967服"))).contains("不服");
    }

    @Test
    void goesOnOnTheNextPageWithTheHead() {
        var columns = List.of(new Column("月份", 1), new Column("应交", 1));
        var rows = IntStream.rangeClosed(1, 120)
                .mapToObj(row -> List.of("第" + row + "行", "15.00"))
                .toList();

        var bytes = press.print(new Paper(Format.PAGE, "党费证", List.of(new Table(columns, rows))));

        assertThat(Pdf.pages(bytes)).isGreaterThan(1);
        assertThat(Pdf.text(bytes)).contains("第1行", "第120行");
        assertThat(Pdf.text(bytes).split("应交", -1)).hasSize(Pdf.pages(bytes) + 1);
    }

    @Test
    void breaksLinesThatAreTooLong() {
        String text = "某".repeat(200);

        assertThat(Pdf.text(printed(text)).replaceAll("\\s", "")).contains(text);
    }
}
