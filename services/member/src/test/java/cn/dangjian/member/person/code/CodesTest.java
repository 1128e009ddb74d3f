package cn.dangjian.member.person.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.member.person.number.Sex;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodesTest {

    private final Codes codes = new Codes();

    @ParameterizedTest
    @CsvSource({
        "sex, 女, 2",
        "sex, 女性, 2",
        "sex, 2, 2",
        "ethnicity, 土家, 15",
        "ethnicity, 土家族, 15",
        "ethnicity, 土, 30",
        "ethnicity, 外国血统, 98",
        "education, 本科, 21",
        "education, 大学专科毕业, 31",
        "political-status, 中共预备党员, 02",
        "occupation, 军人, 70000",
        "statistical-occupation, 农牧渔民, FARMER",
        "member-class, 离退休, RETIRED",
    })
    void findsWhatPeopleWrite(String table, String text, String code) {
        assertThat(codes.named(table, text)).map(Code::code).contains(code);
    }

    @ParameterizedTest
    @CsvSource({
        "sex, 3",
        "sex, ''",
        "sex, ' 1'",
        "ethnicity, 1",
        "ethnicity, 57",
        "education, 50",
        "member-class, retired"
    })
    void knowsNothingElse(String table, String text) {
        assertThat(codes.named(table, text)).isEmpty();
        assertThat(codes.isKnown(table, text)).isFalse();
        assertThat(codes.name(table, text)).isEqualTo(text);
    }

    @Test
    void takesANameForACodeOnlyWhereNamesAreAskedFor() {
        assertThat(codes.find(Codes.SEX, "女")).isEmpty();
        assertThat(codes.isKnown(Codes.SEX, "女")).isFalse();
        assertThat(codes.name(Codes.SEX, "2")).isEqualTo("女性");
    }

    @Test
    void refusesATableThatIsNone() {
        assertThatThrownBy(() -> codes.find("colour", "1")).isInstanceOf(IllegalArgumentException.class);
    }

    /** Codes are unique, or the component would not have been made. */
    @Test
    void hasTheWholeTables() {
        assertThat(codes.tables())
                .extracting(table -> table.table() + " " + table.codes().size())
                .containsExactly(
                        "sex 4",
                        "ethnicity 58",
                        "education 40",
                        "political-status 13",
                        "occupation 8",
                        "statistical-occupation 8",
                        "member-class 6");
    }

    @Test
    void saysTheSameAsTheEnums() {
        for (var sex : Sex.values())
            assertThat(codes.isKnown(Codes.SEX, sex.code())).as(sex.name()).isTrue();
        assertThat(codes.table(Codes.MEMBER_CLASS).orElseThrow().codes())
                .extracting(code -> code.code() + code.name())
                .isEqualTo(Arrays.stream(MemberClass.values())
                        .map(each -> each.name() + each.chinese())
                        .toList());
    }
}
