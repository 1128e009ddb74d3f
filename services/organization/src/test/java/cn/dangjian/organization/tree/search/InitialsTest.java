package cn.dangjian.organization.tree.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitialsTest {

    private final Initials initials = new Initials();

    @ParameterizedTest
    @CsvSource({"湖南省, hns", "岳麓街道A1, yljda1", "示范(一)村, sfyc", "𠮷村, c", "'', ''"})
    void takesTheFirstLetterOfEachSyllable(String name, String expected) {
        assertThat(initials.of(name)).isEqualTo(expected);
    }

    @Test
    void theFileSaysWhatIcuSays() {
        var toLatin = Transliterator.getInstance("Han-Latin/Names; NFD; [:Nonspacing Mark:] Remove; Latin-ASCII");

        for (int character = Initials.FIRST; character <= Initials.LAST; character++) {
            String latin =
                    toLatin.transliterate(Character.toString(character)).strip().toLowerCase(Locale.ROOT);
            boolean isLetter = !latin.isEmpty() && latin.charAt(0) >= 'a' && latin.charAt(0) <= 'z';
            assertThat(initials.of(Character.toString(character))).isEqualTo(isLetter ? latin.substring(0, 1) : "");
        }
    }
}
