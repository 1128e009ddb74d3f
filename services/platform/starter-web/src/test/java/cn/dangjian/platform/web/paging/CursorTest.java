package cn.dangjian.platform.web.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String ALPHABET = "abc019~-_|,. \u001f\u001e\u0000\\中国共产党\uD842\uDFB7";

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void meansTheFirstPageWithoutText(String text) {
        assertThat(Cursor.parse(text, 2)).isNull();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void comesBackAsItWent(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            var keys = keys(random);

            var cursor = Cursor.parse(Cursor.of(keys.toArray()).text(), keys.size());

            assertThat(cursor).isNotNull();
            for (int i = 0; i < keys.size(); i++) assertThat(cursor.string(i)).isEqualTo(keys.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void isRefusedWhenAnyOfItIsDamaged(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 1000; round++) {
            var keys = keys(random);
            var text = new StringBuilder(Cursor.of(keys.toArray()).text());
            int at = random.nextInt(text.length());
            char before = text.charAt(at);
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, before == 'A' ? 'B' : 'A');
                case 1 -> text.deleteCharAt(at);
                default -> text.insert(at, before == 'A' ? 'B' : 'A');
            }

            assertThatThrownBy(() -> Cursor.parse(text.toString(), keys.size()))
                    .as("%s at %d of %s", text, at, keys)
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("cursor.invalid");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AAAA", "=", "ü", "../../etc/passwd", "' or 1=1 --", "null"})
    void isRefusedWhenInvented(String text) {
        assertThatThrownBy(() -> Cursor.parse(text, 1)).hasMessage("cursor.invalid");
    }

    @Test
    void saysDaysAndMoments() {
        var cursor = Objects.requireNonNull(Cursor.parse(
                Cursor.of(LocalDate.of(9999, 12, 31).toEpochDay(), "2026-11-30T14:16:58.17")
                        .text(),
                2));

        assertThat(cursor.day(0)).isEqualTo("9999-12-31");
        assertThat(cursor.moment(1)).isEqualTo("2026-11-30T14:16:58.170");
    }

    @ParameterizedTest
    @ValueSource(strings = {"~", "", "2026-11-30", "2932897", "-719529", "9223372036854775807", "中"})
    void isRefusedWhereADayOrAMomentWasMeant(String key) {
        var cursor = Objects.requireNonNull(Cursor.parse(Cursor.of(key).text(), 1));

        assertThatThrownBy(() -> cursor.day(0)).hasMessage("cursor.invalid");
        assertThatThrownBy(() -> cursor.moment(0)).hasMessage("cursor.invalid");
    }

    @Test
    void isRefusedByAListOfAnotherOrder() {
        var text = Cursor.of("00001", 17).text();

        assertThatThrownBy(() -> Cursor.parse(text, 1)).hasMessage("cursor.invalid");
        assertThatThrownBy(() -> Cursor.parse(text, 3)).hasMessage("cursor.invalid");
    }

    @Test
    void readsNumbersAndRefusesWhatIsNone() {
        var cursor = Cursor.parse(Cursor.of(17, "a").text(), 2);

        assertThat(cursor).isNotNull();
        assertThat(cursor.number(0)).isEqualTo(17);
        assertThatThrownBy(() -> cursor.number(1)).hasMessage("cursor.invalid");
    }

    @Test
    void fitsIntoAnAddressAsItIs() {
        assertThat(Cursor.of("中国~", Long.MAX_VALUE).text()).matches("[A-Za-z0-9_-]+");
        assertThat(Base64.getUrlDecoder().decode(Cursor.of("a").text())).isNotEmpty();
    }

    private static List<Object> keys(Random random) {
        var keys = new ArrayList<>();
        int size = 1 + random.nextInt(3);
        for (int i = 0; i < size; i++) {
            var key = new StringBuilder();
            int length = random.nextInt(8);
            for (int j = 0; j < length; j++) {
                key.appendCodePoint(ALPHABET.codePoints()
                        .skip(random.nextInt((int) ALPHABET.codePoints().count()))
                        .findFirst()
                        .orElseThrow());
            }
            keys.add(key.toString());
        }
        return keys;
    }
}
