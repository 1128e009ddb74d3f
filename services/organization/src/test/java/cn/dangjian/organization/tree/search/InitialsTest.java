package cn.dangjian.organization.tree.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    private final Initials initials = new Initials();

    @ParameterizedTest
    @CsvSource({"湖南省, hns", "岳麓街道A1, yljda1", "示范(一)村, sfyc", "𠮷村, c", "'', ''"})
    void takesTheFirstLetterOfEachSyllable(String name, String expected) {
        assertThat(initials.of(name)).containsExactly(expected);
    }

    @ParameterizedTest(name = "18.8 {0} is {1}")
    @CsvSource({
        "岳麓区, ylq",
        "敦达乌苏嘎查, ddwsgc",
        "乐陵市, lls",
        "乐亭县, ltx",
        "乐清市, yqs",
        "尉氏县, wsx",
        "尉犁县, ylx",
        "长沙市, css",
        "长子县, zzx",
        "子长市, zcs",
        "重庆市, cqs",
        "单县, sx",
        "厦门市, xms",
        "六安市, las",
        "番禺区, pyq",
        "黄埔区, hpq",
        "泌阳县, byx",
        "洪洞县, htx",
        "铅山县, ysx",
        "浚县, xx",
        "蔚县, yx",
        "枞阳县, zyx",
        "召陵区, slq",
        "东阿县, dex",
        "阿坝县, abx",
        "西藏自治区, xzzzq"
    })
    void placesAreReadAsTheyAreCalled(String name, String expected) {
        assertThat(initials.of(name)).containsExactly(expected);
    }

    @Test
    void whatIsReadInTwoWaysIsFoundInBoth() {
        assertThat(initials.of("查家堡")).containsExactly("cjb", "zjb", "cjp", "zjp");
        assertThat(initials.of("长".repeat(30))).hasSize(4).allSatisfy(one -> assertThat(one)
                .hasSize(30));
    }

    /** All that stand nowhere among the readings of places, and those that are said to be read in it too. */
    @Test
    void theFileSaysWhatIcuSays() {
        var toLatin = Transliterator.getInstance("Han-Latin; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

        for (int character = Initials.FIRST; character <= Initials.LAST; character++) {
            String latin =
                    toLatin.transliterate(Character.toString(character)).strip().toLowerCase(Locale.ROOT);
            boolean isLetter = !latin.isEmpty() && latin.charAt(0) >= 'a' && latin.charAt(0) <= 'z';
            List<String> said = initials.of(Character.toString(character));
            assertThat(said).contains(isLetter ? latin.substring(0, 1) : "");
        }
    }
}
