package cn.dangjian.member.person.naming;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.rules.RuleFile;
import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.AlphabeticIndex;
import com.ibm.icu.text.Collator;
import com.ibm.icu.text.Transliterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The files say what ICU says, for exactly the characters of which it knows a reading. */
class CharacterFilesTest {

    private static final int ZERO = 0x3007;

    @Test
    void pinyinIsThatOfIcu() {
        var order = new CharacterOrder("pinyin.txt");
        var reading = Transliterator.getInstance("Han-Latin");
        var collator = Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin"));

        var sorted = sorted(collator);

        assertThat(sorted).hasSizeGreaterThan(20_000).isSortedAccordingTo(byPlace(order));
        for (String character : sorted)
            assertThat(order.label(order.place(character.codePointAt(0))))
                    .isEqualTo(reading.transliterate(character).strip());
    }

    @Test
    void strokesAreThoseOfIcu() {
        var order = new CharacterOrder("strokes.txt");
        var locale = ULocale.forLanguageTag("zh-u-co-stroke");
        var labels = new AlphabeticIndex<String>(locale).buildImmutableIndex();

        var sorted = sorted(Collator.getInstance(locale));

        assertThat(sorted).isSortedAccordingTo(byPlace(order));
        for (String character : sorted)
            assertThat(order.label(order.place(character.codePointAt(0))) + "劃")
                    .isEqualTo(
                            labels.getBucket(labels.getBucketIndex(character)).getLabel());
    }

    @Test
    void verifiedSurnamesAreReadAsIcuReadsNames() {
        var reading = Transliterator.getInstance("Han-Latin/Names");
        var everyDay = Transliterator.getInstance("Han-Latin");

        var rows = RuleFile.readAll("/naming/surnames.csv");

        assertThat(rows).extracting(row -> row.getField("surname")).doesNotHaveDuplicates();
        for (var row : rows) {
            String surname = row.getField("surname");
            if (row.getField("certainty").equals("V"))
                assertThat(reading.transliterate(surname).strip()).isEqualTo(row.getField("reading"));
            else assertThat(row.getField("certainty")).isEqualTo("K");
            String byCharacter = surname.codePoints()
                    .mapToObj(character -> everyDay.transliterate(Character.toString(character))
                            .strip())
                    .collect(Collectors.joining(" "));
            assertThat(byCharacter).isNotEqualTo(row.getField("reading"));
        }
    }

    private static List<String> sorted(Collator collator) {
        var sorted = new ArrayList<String>();
        for (String each :
                Collator.getInstance(ULocale.forLanguageTag("zh-u-co-pinyin")).getTailoredSet())
            if (each.codePointCount(0, each.length()) == 1 && isCharacter(each.codePointAt(0))) sorted.add(each);
        sorted.sort(collator::compare);
        return sorted;
    }

    private static boolean isCharacter(int c) {
        return c == ZERO || UCharacter.hasBinaryProperty(c, UProperty.UNIFIED_IDEOGRAPH);
    }

    private static Comparator<String> byPlace(CharacterOrder order) {
        return Comparator.comparingInt(character -> {
            int place = order.place(character.codePointAt(0));
            assertThat(place).as(character).isPositive();
            return place;
        });
    }
}
