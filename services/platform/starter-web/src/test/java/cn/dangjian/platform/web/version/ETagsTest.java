package cn.dangjian.platform.web.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import cn.dangjian.platform.web.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ETagsTest {

    @Test
    void quotesTheVersion() {
        assertThat(ETags.of(3)).isEqualTo("\"3\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "none",
            value = {
                "none; true",
                "''; true",
                "*; true",
                "' * '; true",
                "\"3\"; true",
                "W/\"3\"; true",
                "\"1\", \"3\"; true",
                "\"1\",W/\"3\"; true",
                "\"2\"; false",
                "\"33\"; false",
                "3; false",
                "\"3; false",
                "\"1\", \"2\"; false",
                "','; false",
                "\"*\"; false",
                "nonsense; false",
            })
    void letsAChangePassOnlyIfItsVersionWasSeen(String ifMatch, boolean passes) {
        var check = assertThatCode(() -> ETags.requireMatch(ifMatch, 3));

        if (passes) check.doesNotThrowAnyException();
        else check.isInstanceOf(ProblemException.class).hasMessage("version.stale");
    }
}
