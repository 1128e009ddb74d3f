package cn.dangjian.task;

import static cn.dangjian.testkit.Province.CITY;
import static cn.dangjian.testkit.Province.COUNTY;
import static cn.dangjian.testkit.Province.OTHER_CITY;
import static cn.dangjian.testkit.Province.OTHER_COUNTY;
import static cn.dangjian.testkit.Province.PROVINCE;
import static cn.dangjian.testkit.Province.SIBLING_COUNTY;
import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Province;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a city sees of its own dispatch when the county that it was for belongs to another city. */
class MovedAwayTest extends RunningTask {

    @Autowired
    JdbcTemplate database;

    private void move(String from, String to) {
        database.update(
                "update unit set path = concat(?, substring(path, ?)) where path like concat(?, '%')",
                to, from.length() + 1, from);
    }

    @AfterEach
    void back() {
        move(
                Province.path(12)
                        + Province.path(COUNTY).substring(Province.path(CITY).length()),
                Province.path(COUNTY));
    }

    @Test
    void itSeesTheWholeAndNobodyByName() {
        long dispatch = tasks.dispatch(CITY, "{\"tier\":\"COUNTY\",\"units\":[" + COUNTY + "]}")
                .json()
                .path("id")
                .asLong();
        move(
                Province.path(COUNTY),
                Province.path(12)
                        + Province.path(COUNTY).substring(Province.path(CITY).length()));

        var whole = get("/v1/dispatches/" + dispatch, CITY);
        var list = get("/v1/dispatches/" + dispatch + "/assignments", CITY);
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.json().path("addressed").asInt()).isEqualTo(1);
        assertThat(list.status()).as(list.toString()).isEqualTo(200);
        assertThat(list.json().path("items")).isEmpty();
        assertThat(get("/v1/dispatches/" + dispatch + "/assignments", PROVINCE)
                        .json()
                        .path("items"))
                .hasSize(1);
        assertThat(get("/v1/dispatches/" + dispatch + "/assignments", OTHER_CITY)
                        .json()
                        .path("items"))
                .hasSize(1);
        for (long stranger : List.of(SIBLING_COUNTY, OTHER_COUNTY))
            assertThat(get("/v1/dispatches/" + dispatch + "/assignments", stranger)
                            .status())
                    .isEqualTo(404);
    }

    private Api.Answer get(String path, long unit) {
        return api.get(path).as(tokens.at(unit)).send();
    }
}
