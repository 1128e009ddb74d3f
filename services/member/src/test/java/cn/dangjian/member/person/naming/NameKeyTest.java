package cn.dangjian.member.person.naming;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameKeyTest {

    private static final CharacterOrder KNOWN = new CharacterOrder("pinyin.txt");
    private static final Comparator<String> BY_PINYIN = Comparator.comparing(NameKey::of);

    @Test
    void sortsSurnamesAsTheyAreRead() {
        var sorted = List.of(
                "安", "陈", "盖", "葛", "郭", "孟", "缪", "莫", "万俟", "牛", "欧", "区", "潘", "秦", "覃", "邱", "仇", "单", "尚", "沈",
                "谢", "解", "徐", "尉迟", "袁", "乐", "曾", "张", "长孙", "赵");
        var shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(11));

        shuffled.sort(BY_PINYIN);

        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void keepsAFamilyTogether() {
        var names = new ArrayList<>(List.of("增伟", "曾伟民", "张伟", "曾德", "赵伟", "曾伟", "任安"));

        names.sort(BY_PINYIN);

        assertThat(names).containsSubsequence("任安", "曾德", "曾伟", "曾伟民", "张伟", "赵伟");
        assertThat(names.indexOf("曾伟民") - names.indexOf("曾德")).isEqualTo(2);
    }

    /** What is read otherwise as a surname is read as every day behind one. */
    @Test
    void readsOnlySurnamesAsSurnames() {
        assertThat(NameKey.initials("曾单")).isEqualTo("zd");
        assertThat(NameKey.initials("单曾")).isEqualTo("sc");
        assertThat(NameKey.initials("解·单")).isEqualTo("jd");
    }

    @ParameterizedTest
    @CsvSource({
        "曾国强, zgq",
        "覃小红, qxh",
        "缪长孙, mzs",
        "长孙无忌, zswj",
        "尉迟恭, ycg",
        "欧阳修, oyx",
        "阿不都·买买提, abdmmt",
        "Ａnna 李2, annal2",
        "㛃𠮷𬭚, jc",
        "'', ''",
    })
    void takesTheFirstLetterOfEachCharacter(String name, String initials) {
        assertThat(NameKey.initials(name)).isEqualTo(initials);
    }

    @Test
    void theInitialsOfALongNameAreCut() {
        assertThat(NameKey.initials("李".repeat(50))).isEqualTo("l".repeat(40));
    }

    @Test
    void sortsByTheStrokesOfTheSurname() {
        var sorted = List.of("丁一", "丁伟", "万伟", "王伟", "曾伟", "魏伟");
        var shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(13));

        shuffled.sort(Comparator.comparing(NameKey::strokes));

        assertThat(shuffled).isEqualTo(sorted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pinyin", "stroke"})
    void sortsAsIcuDoesBehindTheSurname(String order) {
        var icu = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-" + order));
        var random = new Random(79);
        var names = new ArrayList<String>();
        for (int times = 0; times < 3_000; times++) names.add("王" + character(random) + character(random));
        names.addAll(List.of("王", "王1", "王·阿", "王Z", "王𠮷"));
        Comparator<String> ours = order.equals("pinyin") ? BY_PINYIN : Comparator.comparing(NameKey::strokes);
        var expected = new ArrayList<>(names);
        expected.sort(icu::compare);

        names.sort(ours);

        assertThat(names).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "' 王 伟 ', 王伟",
        "王\u3000伟, 王伟",
        "王\u00A0\u200B伟, 王伟",
        "阿不都•买买提, 阿不都·买买提",
        "阿不都‧买买提, 阿不都·买买提",
        "阿不都・买买提, 阿不都·买买提",
        "阿不都･买买提, 阿不都·买买提",
        "阿不都．买买提, 阿不都·买买提",
        "阿不都.买买提, 阿不都·买买提",
        "阿不都 · 买买提, 阿不都·买买提",
        "阿不都··买买提, 阿不都·买买提",
        "anna  Smith, ANNA SMITH",
        "J. Smith, J. SMITH",
        "Ａｎｎａ, ANNA",
        "王anna, 王ANNA",
        "㛃𠮷, 㛃𠮷",
        "〇, 〇",
        "黃, 黃",
    })
    void levelsBlanksDotsAndCaseAndKeepsRareCharacters(String written, String normalised) {
        assertThat(NameKey.normalised(written)).isEqualTo(normalised);
        assertThat(NameKey.normalised(normalised)).isEqualTo(normalised);
        assertThat(NameKey.of(written)).isEqualTo(NameKey.of(normalised));
        assertThat(NameKey.strokes(written)).isEqualTo(NameKey.strokes(normalised));
    }

    @ParameterizedTest
    @CsvSource({"黄, 黃", "吉, 𠮷", "王伟, 王玮", "曾, 增", "区, 欧", "覃, 秦"})
    void tellsCharactersApart(String one, String other) {
        assertThat(NameKey.normalised(one)).isNotEqualTo(NameKey.normalised(other));
        assertThat(NameKey.of(one)).isNotEqualTo(NameKey.of(other));
        assertThat(NameKey.strokes(one)).isNotEqualTo(NameKey.strokes(other));
    }

    @Test
    void sortsCharactersWithoutAReadingBehindOthersAndBeforeLatin() {
        var sorted = List.of("1", "阿", "〇", "做", "\u9FFF", "𠮷", "A", "Z", "А");
        var shuffled = new ArrayList<>(sorted);
        Collections.shuffle(shuffled, new Random(14));

        shuffled.sort(BY_PINYIN);

        assertThat(shuffled).isEqualTo(sorted);
    }

    @Test
    void fitsItsColumn() {
        assertThat(NameKey.of("王".repeat(100))).hasSize(NameKey.LENGTH).matches("[0-9a-f]+");
        assertThat(NameKey.of("𠮷".repeat(100))).hasSize(NameKey.LENGTH);
        assertThat(NameKey.strokes("王".repeat(100))).hasSize(NameKey.LENGTH);
        assertThat(NameKey.of("")).isEmpty();
    }

    /** One of those that the files know; ICU sorts the others by radical. */
    private static String character(Random random) {
        while (true) {
            int character = 0x4E00 + random.nextInt(0x5200);
            if (KNOWN.place(character) != 0) return Character.toString(character);
        }
    }
}
