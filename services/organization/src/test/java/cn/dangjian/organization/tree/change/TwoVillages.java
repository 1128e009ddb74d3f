package cn.dangjian.organization.tree.change;

import static cn.dangjian.organization.tree.change.Changes.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** Two villages, and what hangs on the one that ends. */
abstract class TwoVillages extends TenDays {

    static final LocalDate BEGIN = TODAY.minusDays(9);
    static final LocalDate DAY = TODAY.minusDays(2);
    static final String REASON = "合并 虚组〔2026〕1号";

    private static long numbers = 70_000_000;

    Hung hung;
    long gone;
    long heir;

    @BeforeEach
    void twoVillages() {
        numbers += 10_000;
        hung = new Hung(jdbc, BEGIN, numbers);
        gone = unit("0101100201");
        heir = unit("0101100202");
    }

    JsonNode as(String who, String path) {
        var answer = api.get(path).as(tokens.at(unit(who))).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }
}
