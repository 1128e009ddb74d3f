package cn.dangjian.statistics.progress;

import static cn.dangjian.statistics.progress.Dispatches.LATER;
import static cn.dangjian.statistics.progress.Dispatches.ids;
import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.TOWNSHIP;
import static cn.dangjian.testkit.Province.VILLAGE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Province;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CheckApiTest extends RunningStatistics {

    @Test
    void theCheckIsForTheIssuerAndThoseAbove() {
        long dispatch = dispatches.underWay(LATER);

        for (long unit : List.of(COUNTY, CITY, PROVINCE)) {
            var answer = dispatches.check(dispatch, unit);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("announced").asInt()).isEqualTo(5);
            assertThat(answer.json().path("addressed").asInt()).isEqualTo(5);
            assertThat(answer.json().path("unplaced").asInt()).isZero();
            assertThat(answer.json().path("mismatches").size()).isZero();
        }
        assertThat(dispatches.check(dispatch, TOWNSHIP).status()).isEqualTo(404);
        assertThat(dispatches.check(dispatch, VILLAGE).status()).isEqualTo(404);
    }

    @Test
    void aWrongTotalIsFoundAndARebuildCorrectsIt() {
        long dispatch = dispatches.underWay(LATER);
        var before = dispatches.progress(dispatch, COUNTY, "").json();
        jdbc.update(
                "update cell set signed = signed + 1 where dispatch = ? and path = ?",
                dispatch,
                Province.path(TOWNSHIP));
        jdbc.update("delete from cell where dispatch = ? and path = ?", dispatch, Province.path(CITY));

        // the township is too large by one, and with it too large for the county; the city has lost all
        assertThat(ids(dispatches.check(dispatch, COUNTY).json().path("mismatches"), "unit"))
                .contains(COUNTY, TOWNSHIP, PROVINCE);
        var rebuilt = dispatches.rebuild(dispatch);

        assertThat(rebuilt.status()).isEqualTo(200);
        assertThat(rebuilt.json().path("corrected").asInt()).isEqualTo(2);
        assertThat(dispatches.check(dispatch, COUNTY).json().path("mismatches").size())
                .isZero();
        assertThat(dispatches.progress(dispatch, COUNTY, "").json().path("children"))
                .isEqualTo(before.path("children"));
        assertThat(dispatches.rebuild(dispatch).json().path("corrected").asInt())
                .isZero();
    }

    @Test
    void onlyTheAdministratorRebuilds() {
        long dispatch = dispatches.underWay(LATER);
        var body = Map.of("dispatch", dispatch);

        assertThat(api.post("/v1/rebuilds", body).key().send().status()).isEqualTo(401);
        assertThat(api.post("/v1/rebuilds", body)
                        .as(tokens.at(PROVINCE))
                        .key()
                        .send()
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/v1/rebuilds", body)
                        .as(tokens.administrator())
                        .send()
                        .problem())
                .isEqualTo("idempotency.missing");
        assertThat(dispatches.rebuild(987654).status()).isEqualTo(404);
        assertThat(api.post("/v1/rebuilds", Map.of("dispatch", dispatch, "all", true))
                        .as(tokens.administrator())
                        .key()
                        .send()
                        .problem())
                .isEqualTo("body.unknown-field");
        assertThat(api.post("/v1/rebuilds", "{}")
                        .as(tokens.administrator())
                        .key()
                        .send()
                        .status())
                .isEqualTo(400);
    }
}
