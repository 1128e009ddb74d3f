package cn.dangjian.dues.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first four are the examples of the rules themselves. */
class CapitalsTest {

    @ParameterizedTest
    @CsvSource({
        "1409.50,         壹仟肆佰零玖元伍角",
        "6007.14,         陆仟零柒元壹角肆分",
        "107000.53,       壹拾万柒仟元零伍角叁分",
        "16409.02,        壹万陆仟肆佰零玖元零贰分",
        "1680.32,         壹仟陆佰捌拾元零叁角贰分",
        "325.04,          叁佰贰拾伍元零肆分",
        "0.00,            零元整",
        "0.01,            壹分",
        "0.10,            壹角",
        "0.20,            贰角",
        "0.52,            伍角贰分",
        "1.00,            壹元整",
        "1.05,            壹元零伍分",
        "1.50,            壹元伍角",
        "10.00,           壹拾元整",
        "10.05,           壹拾元零伍分",
        "15.00,           壹拾伍元整",
        "30.01,           叁拾元零壹分",
        "100.00,          壹佰元整",
        "1001.00,         壹仟零壹元整",
        "1010.10,         壹仟零壹拾元零壹角",
        "10000.00,        壹万元整",
        "10001.00,        壹万零壹元整",
        "10100.00,        壹万零壹佰元整",
        "11000.00,        壹万壹仟元整",
        "100000.01,       壹拾万元零壹分",
        "1000000.00,      壹佰万元整",
        "10000000.00,     壹仟万元整",
        "10070000.00,     壹仟零柒万元整",
        "100000000.00,    壹亿元整",
        "100000001.00,    壹亿零壹元整",
        "100007000.00,    壹亿零柒仟元整",
        "100010000.00,    壹亿零壹万元整",
        "110000000.00,    壹亿壹仟万元整",
        "1000000000000.00, ''",
    })
    void writesWhatVouchersWrite(String amount, String capitals) {
        if (capitals.isEmpty()) {
            assertThatThrownBy(() -> Capitals.of(Yuan.parse(amount))).isInstanceOf(IllegalArgumentException.class);
            return;
        }
        assertThat(Capitals.of(Yuan.parse(amount))).isEqualTo(capitals);
    }

    @Test
    void writesNothingBelowNothing() {
        assertThatThrownBy(() -> Capitals.of(new Yuan(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    /** Somebody who reads it aloud writes the same amount down. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void isReadBackAsTheSameAmount(long seed) {
        var random = new Random(seed);
        LongStream.concat(
                        LongStream.range(0, 20_000),
                        random.longs(20_000, 0, 100_000_000_000_000L)
                                .map(fen -> fen / (long) Math.pow(10, random.nextInt(12))))
                .forEach(fen -> assertThat(read(Capitals.of(new Yuan(fen))))
                        .as(Capitals.of(new Yuan(fen)))
                        .isEqualTo(fen));
    }

    private static long read(String text) {
        long yuan = 0;
        long section = 0;
        long digit = 0;
        long fen = 0;
        for (char each : text.toCharArray()) {
            int value = "零壹贰叁肆伍陆柒捌玖".indexOf(each);
            switch (each) {
                case '拾' -> section += digit * 10;
                case '佰' -> section += digit * 100;
                case '仟' -> section += digit * 1000;
                case '万' -> yuan += (section + digit) * 10_000;
                case '亿' -> yuan += (section + digit) * 100_000_000;
                case '元' -> yuan += section + digit;
                case '角' -> fen += digit * 10;
                case '分' -> fen += digit;
                case '整' -> fen += 0;
                default -> assertThat(value).as(text).isNotNegative();
            }
            digit = Math.max(value, 0);
            if (each == '万' || each == '亿' || each == '元') section = 0;
        }
        return yuan * 100 + fen;
    }
}
