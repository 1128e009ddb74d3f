package cn.dangjian.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordingTest {

    @ParameterizedTest
    @CsvSource({
        "'  虚构村  ', 虚构村",
        "'\u3000虚构村\u3000', 虚构村",
        "虚\u200b构\u200c村\u200d, 虚构村",
        "\u2060虚构村\ufeff, 虚构村",
        "\u202a虚\u202b构\u202c村\u202d\u202e, 虚构村",
        "虚\u2066构\u2069村\u00ad, 虚构村",
        "虚\u3164构村\ufe0f, 虚构村",
        "\u2fa6\u2f12村, 金力村",
        "\u2e9f村, 母村",
        "\u2e81村, \u2e81村",
        "阿依古丽·买买提, 阿依古丽·买买提",
        "'Unit 7', 'Unit 7'",
    })
    void leavesWhatIsSeen(String typed, String clean) {
        assertThat(Wording.clean(typed)).isEqualTo(clean);
    }

    /** 𠮷 lies beyond the first plane, the last one carries the selector of a variant, the third stands in private use. */
    @ParameterizedTest
    @ValueSource(strings = {"𠮷田", "〇", "\ue000", "葛\udb40\udd00"})
    void keepsRareCharacters(String name) {
        assertThat(Wording.clean(name)).isEqualTo(name);
        assertThat(Wording.isPrintable(name, false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u0007", "\u007f", "\u0085", "\ud800", "\uffff"})
    void refusesWhatIsNoCharacter(String text) {
        assertThat(Wording.isPrintable("虚" + text, false)).isFalse();
        assertThat(Wording.isPrintable("虚" + text, true)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\t", "\u2028", "\u2029"})
    void breaksLinesOnlyWhereThereMayBeSeveral(String text) {
        assertThat(Wording.isPrintable("虚" + text + "构", false)).isFalse();
        assertThat(Wording.isPrintable("虚" + text + "构", true)).isTrue();
    }

    @Test
    void takesNothingButUnseenForNothing() {
        assertThat(Wording.clean("\u200b\u202e")).isEmpty();
    }

    @ParameterizedTest(name = "18.5 {0} and {1} are one person")
    @CsvSource({
        "买买提·吐尔逊, 买买提•吐尔逊",
        "买买提·吐尔逊, 买买提・吐尔逊",
        "买买提·吐尔逊, 买买提‧吐尔逊",
        "买买提·吐尔逊, 买买提 · 吐尔逊",
        "张三, 张 三",
        "张三, '张\u3000三\u00a0'",
    })
    void dotsAndBlanksMakeNoSecondPerson(String one, String other) {
        assertThat(Wording.sameName(one)).isEqualTo(Wording.sameName(other));
    }

    @ParameterizedTest
    @CsvSource({"张三, 张山", "买买提·吐尔逊, 买买提吐尔逊"})
    void otherNamesAreOtherPersons(String one, String other) {
        assertThat(Wording.sameName(one)).isNotEqualTo(Wording.sameName(other));
    }

    @ParameterizedTest
    @CsvSource({"'\u00a0虚构村\u00a0', 虚构村", "'\u2007\u202f', ''", "'\ufeff 虚 构 \u200b', 虚 构"})
    void blanksThatBreakNoLineAreBlanks(String typed, String clean) {
        assertThat(Wording.clean(typed)).isEqualTo(clean);
        assertThat(Wording.strip(typed)).isEqualTo(clean);
    }
}
