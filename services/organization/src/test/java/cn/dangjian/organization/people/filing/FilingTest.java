package cn.dangjian.organization.people.filing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.organization.people.filing.Filing.Result;
import cn.dangjian.organization.people.filing.Filing.Review;
import cn.dangjian.platform.directory.UnitId;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilingTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'',                                IN_REVIEW",
        "A:CONSENT,                         IN_REVIEW",
        "A:CONSENT B:CONSENT,               REVIEWED",
        "A:CONSENT B:OBJECTION,             OBJECTED",
        "A:CONSENT B:OBJECTION B:CONSENT,   REVIEWED",
        "A:CONSENT B:CONSENT A:OBJECTION,   OBJECTED",
        "A:CONSENT B:CONSENT C:OBJECTION,   OBJECTED",
        "C:CONSENT A:CONSENT,               IN_REVIEW",
    })
    void theNewestWordOfEachDepartmentCounts(String said, Filing.State state) {
        var reviews = Arrays.stream(said.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.split(":", -1))
                .map(word -> new Review(word[0], Result.valueOf(word[1]), null, "account:1", NOW))
                .toList();
        var filing = new Filing(1, new UnitId(1), "虚构甲", null, Filing.State.IN_REVIEW, null, 1);

        assertThat(filing.state(reviews, Set.of("A", "B"))).isEqualTo(state);
    }
}
