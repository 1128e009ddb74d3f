package cn.dangjian.organization.register.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int TRIES = 2000;

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y43, 91350100M000100Y43",
        "91350100m000100y43, 91350100M000100Y43",
        "' 91350100M000100Y43 ', 91350100M000100Y43",
    })
    void readsACode(String text, String value) {
        assertThat(CreditCode.parse(text)).contains(new CreditCode(value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100M000100Y44",
                "9135010OM000100Y43",
                "9135A100M000100Y43",
                "91350100I000100Y43",
                "91350100M000100Y4３",
                "９1350100M000100Y43",
                "91350100M000100Z43",
                "91350100S000100V43",
                "91350100M-00100Y43",
            })
    void refusesWhatIsNone(String text) {
        assertThat(CreditCode.parse(text)).isEmpty();
        assertThatThrownBy(() -> new CreditCode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyBodyHasExactlyOneCheck() {
        var random = new Random(36);
        for (int i = 0; i < TRIES; i++) {
            String body = body(random);
            long valid = ALPHABET.chars()
                    .filter(c -> CreditCode.parse(body + (char) c).isPresent())
                    .count();
            assertThat(valid).as(body).isEqualTo(1);
        }
    }

    @Test
    void noticesAnyOneWrongCharacterAndAnyTwoNeighboursSwapped() {
        var random = new Random(100);
        for (int i = 0; i < TRIES; i++) {
            String code = valid(random);
            int at = random.nextInt(code.length());
            char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
            if (other != code.charAt(at)) {
                var wrong = new StringBuilder(code);
                wrong.setCharAt(at, other);
                assertThat(CreditCode.parse(wrong.toString())).as(code).isEmpty();
            }
            int left = random.nextInt(code.length() - 1);
            if (code.charAt(left) == code.charAt(left + 1)) continue;
            var swapped = new StringBuilder(code);
            swapped.setCharAt(left, code.charAt(left + 1));
            swapped.setCharAt(left + 1, code.charAt(left));
            assertThat(CreditCode.parse(swapped.toString())).as(code).isEmpty();
        }
    }

    private static String valid(Random random) {
        String body = body(random);
        return body + CreditCode.check(body);
    }

    private static String body(Random random) {
        var text = new StringBuilder();
        for (int i = 0; i < 17; i++) {
            text.append(ALPHABET.charAt(random.nextInt(i >= 2 && i < 8 ? 10 : ALPHABET.length())));
        }
        return text.toString();
    }
}
