package cn.dangjian.organization.tree.period;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Broker;
import cn.dangjian.testkit.EventSchemas;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** For whoever has lost the tree: every unit as it is, and where it has been. */
@ServiceTest
class TellUnitsTest {

    private static final String TYPE = "organization.unit-changed.v1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST = 9_950_001;
    private static final int UNITS = 502;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Broker broker;

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @AfterEach
    void forget() {
        for (String column : List.of("unit.id", "unit_place.unit_id"))
            jdbc.sql("delete from %s where %s between %d and %d"
                            .formatted(column.split("\\.", -1)[0], column.split("\\.", -1)[1], FIRST, FIRST + UNITS))
                    .update();
    }

    /** More than are told at once; the first has moved. */
    @BeforeEach
    void someUnits() {
        forget();
        for (long unit = FIRST; unit < FIRST + UNITS; unit++) {
            String path = "05xxx" + Province.segment(unit);
            jdbc.sql("""
                insert into unit (id, parent_id, code, name, tier, kind, domain, path, version, valid_from)
                values (:unit, 9950000, :code, '示范', 'VILLAGE', 'VILLAGE_BRANCH', 'RURAL', :path, 7, '2020-01-01')\
                """)
                    .param("unit", unit)
                    .param("code", "98" + unit)
                    .param("path", path)
                    .update();
        }
        place("2020-01-01", "2024-05-01", "05yyy" + Province.segment(FIRST));
        place("2024-05-01", "9999-12-31", "05xxx" + Province.segment(FIRST));
    }

    private void place(String from, String to, String path) {
        jdbc.sql("insert into unit_place (unit_id, valid_from, valid_to, path) values (:unit, :from, :to, :path)")
                .param("unit", FIRST)
                .param("from", from)
                .param("to", to)
                .param("path", path)
                .update();
    }

    private List<JsonNode> told(long unit) {
        return broker.heardOf(TYPE).stream()
                .filter(event -> event.at("/data/id").asLong() == unit)
                .toList();
    }

    @Test
    void theWholeTreeIsToldAgain() {
        assertThat(api.post("/v1/retellings").as(tokens.at(FIRST)).send().status())
                .isEqualTo(403);

        assertThat(api.post("/v1/retellings").as(tokens.administrator()).send().status())
                .isEqualTo(202);

        await().atMost(PATIENCE).until(() -> !told(FIRST + UNITS - 1).isEmpty());
        await().atMost(PATIENCE).until(() -> !told(FIRST).isEmpty());
        var first = told(FIRST).getFirst();
        EventSchemas.validate(TYPE, first.toString());
        assertThat(first.path("version").asLong()).isEqualTo(7);
        assertThat(first.at("/data/places").findValuesAsString("from")).containsExactly("2020-01-01", "2024-05-01");
        assertThat(told(FIRST + 1).getFirst().path("data").hasNonNull("places")).isFalse();
        await().atMost(PATIENCE)
                .until(() -> jdbc.sql("select count(*) from unit_retelling")
                                .query(Integer.class)
                                .single()
                        == 0);
    }
}
