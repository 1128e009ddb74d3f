package cn.dangjian.identity.activation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.web.caller.AccountId;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActivationCodeTest {

    private static final AccountId ACCOUNT = new AccountId(17);

    @Test
    void isThreeGroupsOfFourThatNobodyConfuses() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(i -> ActivationCode.random().text()))
                .allMatch(text -> text.matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}"));
    }

    @Test
    void doesNotComeTwice() {
        var seen = new HashSet<String>();
        IntStream.range(0, 10_000).forEach(i -> seen.add(ActivationCode.random().text()));

        assertThat(seen).hasSize(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "0123-4567-89AB, 0123-4567-89AB",
        "0123-4567-89AB, 0123456789ab",
        "0123-4567-89AB, ' O123 4567 89aB '",
        "1111-0000-1111, ILil-ooOO-1lI1",
    })
    void forgivesWhatPeopleMistype(String code, String typed) {
        assertThat(ActivationCode.typed(typed)).isEqualTo(new ActivationCode(code));
    }

    @Test
    void isWorthSomethingForItsAccountOnly() {
        var code = ActivationCode.random();

        assertThat(code.matches(code.hash(ACCOUNT), ACCOUNT)).isTrue();
        assertThat(code.matches(code.hash(ACCOUNT), new AccountId(18))).isFalse();
        assertThat(code.matches(code.hash(new AccountId(18)), ACCOUNT)).isFalse();
    }

    @Test
    void doesNotShowUpInLogs() {
        assertThat(new ActivationCode("0123-4567-89AB")).hasToString("ActivationCode");
    }
}
