package cn.dangjian.member.person.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas that no division has, or permits: nobody has these numbers. */
class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "'  ', EMPTY",
        "7.80000198805E+17, AS_FIGURE",
        "7.8e17, AS_FIGURE",
        "780000198805150000.00, AS_FIGURE",
        "780000 19880515001, BLANK_INSIDE",
        "780000\u00A019880515001, BLANK_INSIDE",
        "78000019880515\u3000001, BLANK_INSIDE",
        "７80000198805150011, FULL_WIDTH",
        "78000019880515001Ｘ, FULL_WIDTH",
        "78OO00198805150011, NOT_DIGITS",
        "7800001988051500X1, NOT_DIGITS",
        "78000088051500X, NOT_DIGITS",
        "٧80000198805150011, NOT_DIGITS",
        "-80000198805150011, NOT_DIGITS",
        "78000088051500, WRONG_LENGTH",
        "7800008805150011, WRONG_LENGTH",
        "78000019880515001, WRONG_LENGTH",
        "7800001988051500111, WRONG_LENGTH",
    })
    void refusesWhatIsWrittenWrongly(String typed, NumberReason reason) {
        assertThat(IdentityNumber.reasonAgainst(typed, TODAY)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20000229", "20240229", "20230228", "19000228", "20260228", "20260301"})
    void takesDaysOfTheCalendarUntilToday(String birth) {
        assertThat(IdentityNumber.reasonAgainst(number("780000" + birth + "001"), TODAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "19900230, NO_SUCH_DAY",
        "20230229, NO_SUCH_DAY",
        "19000229, NO_SUCH_DAY",
        "19900431, NO_SUCH_DAY",
        "19901301, NO_SUCH_DAY",
        "19900001, NO_SUCH_DAY",
        "19900100, NO_SUCH_DAY",
        "19900132, NO_SUCH_DAY",
        "20260302, BIRTH_TO_COME",
        "20270301, BIRTH_TO_COME",
        "99991231, BIRTH_TO_COME",
    })
    void refusesDaysThatAreNoneOrToCome(String birth, NumberReason reason) {
        String typed = number("780000" + birth + "001");

        assertThat(IdentityNumber.reasonAgainst(typed, TODAY)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource({"780000900230001, NO_SUCH_DAY", "780000990229001, NO_SUCH_DAY", "780000991301001, NO_SUCH_DAY"})
    void refusesDaysOfOldNumbersThatAreNone(String typed, NumberReason reason) {
        assertThat(IdentityNumber.reasonAgainst(typed, TODAY)).contains(reason);
    }

    @Test
    void saysTheReasonAndNeverTheNumber() {
        String wrong = number("780000198805150018").replaceFirst("^7", "6");

        assertThatThrownBy(() -> IdentityNumber.of(wrong, TODAY))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo("number.wrong-check"))
                .hasMessageNotContaining(wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s", "%s ", "\t%s\r\n", "\u3000%s\u00A0", "\uFEFF%s\u200B"})
    void stripsWhatStandsAroundIt(String typed) {
        String number = number("78000019880515001");

        assertThat(IdentityNumber.of(typed.formatted(number), TODAY).text()).isEqualTo(number);
    }

    @Test
    void takesASmallXForAnX() {
        String number = numberThatEndsWithX();

        var small = IdentityNumber.of(number.replace('X', 'x'), TODAY);
        var capital = IdentityNumber.of(number, TODAY);

        assertThat(small).isEqualTo(capital).hasSameHashCodeAs(capital);
        assertThat(small.text()).isEqualTo(number);
    }

    @Test
    void keepsOldNumbersAndMatchesThemWithNewOnes() {
        var old = IdentityNumber.of("780000880515001", TODAY);
        var later = IdentityNumber.of(number("78000019880515001"), TODAY);

        assertThat(old.text()).isEqualTo("780000880515001");
        assertThat(old.kind()).isEqualTo(NumberKind.LEGACY);
        assertThat(old.matchKey()).isEqualTo(later.matchKey()).hasSize(18);
        assertThat(old).isNotEqualTo(later);
        assertThat(old.birth()).isEqualTo(later.birth()).isEqualTo("1988-05-15");
        assertThat(old.sex()).isEqualTo(later.sex()).isEqualTo(Sex.MALE);
    }

    @Test
    void matchesNoOldNumberWithSomebodyOfAnotherCentury() {
        var old = IdentityNumber.of("780000050515001", TODAY);

        assertThat(old.birth()).isEqualTo("1905-05-15");
        assertThat(old.matchKey())
                .isNotEqualTo(
                        IdentityNumber.of(number("78000020050515001"), TODAY).matchKey());
    }

    @ParameterizedTest
    @CsvSource({
        "780000, CITIZEN",
        "000000, CITIZEN",
        "800000, CITIZEN",
        "840000, CITIZEN",
        "810000, RESIDENT_PERMIT",
        "820000, RESIDENT_PERMIT",
        "830000, RESIDENT_PERMIT",
        "900000, FOREIGN",
        "978156, FOREIGN",
    })
    void asksNoListOfDivisions(String area, NumberKind kind) {
        var number = IdentityNumber.of(number(area + "19880515002"), TODAY);

        assertThat(number.kind()).isEqualTo(kind);
        assertThat(number.isForeign()).isEqualTo(kind == NumberKind.FOREIGN);
        assertThat(number.birth()).isEqualTo("1988-05-15");
        assertThat(number.sex()).isEqualTo(Sex.FEMALE);
    }

    @ParameterizedTest
    @CsvSource({"0, FEMALE, 2", "1, MALE, 1", "8, FEMALE, 2", "9, MALE, 1"})
    void readsTheSexFromTheDigitBeforeTheCheck(String last, Sex sex, String code) {
        var number = IdentityNumber.of(number("7800001988051500" + last), TODAY);

        assertThat(number.sex()).isEqualTo(sex);
        assertThat(number.sex().code()).isEqualTo(code);
    }

    @Test
    void isMaskedWhereverItIsWritten() {
        String text = number("78000019880515001");
        var number = IdentityNumber.stored(text);

        assertThat(number).hasToString(number.masked());
        assertThat(number.masked()).isEqualTo("780" + "*".repeat(13) + text.substring(16));
        assertThat(IdentityNumber.stored("780000880515001").masked()).isEqualTo("780**********01");
        assertThatThrownBy(() -> IdentityNumber.stored("78000019880515")).hasMessageNotContaining("198805");
    }

    /** What the check is for: no single wrong digit passes, and no two neighbours that were swapped. */
    @Test
    void findsEveryWrongDigit() {
        var random = new Random(11643);
        for (int times = 0; times < 2_000; times++) {
            String right = number("78%04d%tY%<tm%<td%03d"
                    .formatted(random.nextInt(10_000), TODAY.minusDays(random.nextInt(40_000)), random.nextInt(1_000)));
            assertThat(IdentityNumber.reasonAgainst(right, TODAY)).isEmpty();

            int at = random.nextInt(17);
            char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(IdentityNumber.reasonAgainst(right.substring(0, at) + other + right.substring(at + 1), TODAY))
                    .isPresent();
            if (at == 16 || right.charAt(at) == right.charAt(at + 1)) continue;
            String swapped = right.substring(0, at) + right.charAt(at + 1) + right.charAt(at) + right.substring(at + 2);
            assertThat(IdentityNumber.reasonAgainst(swapped, TODAY)).isPresent();
        }
    }

    private static String numberThatEndsWithX() {
        for (int order = 0; order < 1_000; order++) {
            String number = number("78000019880515%03d".formatted(order));
            if (number.endsWith("X")) return number;
        }
        throw new AssertionError("One of eleven numbers ends with X");
    }

    /** 17 digits with their check, computed as ISO 7064 MOD 11-2 does it, without the table of weights. */
    private static String number(String digits) {
        String first = digits.substring(0, 17);
        int sum = 0;
        for (int at = 0; at < 17; at++) sum = (sum + (first.charAt(at) - '0')) * 2 % 11;
        int check = (12 - sum) % 11;
        return first + (check == 10 ? "X" : String.valueOf(check));
    }
}
