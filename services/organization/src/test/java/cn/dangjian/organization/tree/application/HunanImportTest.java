package cn.dangjian.organization.tree.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.Repository;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The divisions of a real province, where they lie beside the repository. */
@ServiceTest
class HunanImportTest {

    private static final Path FOLDER = Repository.root().resolveSibling("shared/data/hunan");

    private static final String HUNAN = " where code like '43%'";
    /** Of the tree: what other rooms announce by the clock is not the import's. */
    private static final String EVENTS = "select count(*) from outbox where type = 'organization.unit-changed.v1'";

    private static final String[] KINDS = {
        "PROVINCE PROVINCE_COMMITTEE URBAN 1",
        "CITY CITY_COMMITTEE URBAN 13",
        "CITY PREFECTURE_COMMITTEE RURAL 1",
        "COUNTY DISTRICT_COMMITTEE URBAN 36",
        "COUNTY COUNTY_COMMITTEE RURAL 67",
        "COUNTY COUNTY_COMMITTEE URBAN 19",
        "COUNTY ZONE_WORKING_COMMITTEE URBAN 12",
        "TOWNSHIP STREET_WORKING_COMMITTEE URBAN 426",
        "TOWNSHIP TOWN_COMMITTEE RURAL 1134",
        "TOWNSHIP TOWNSHIP_COMMITTEE RURAL 388",
        "TOWNSHIP ZONE_WORKING_COMMITTEE URBAN 27",
        "TOWNSHIP PRISON_COMMITTEE RURAL 1",
        "TOWNSHIP FARM_COMMITTEE RURAL 32",
        "VILLAGE COMMUNITY_ORGANIZATION URBAN 5854",
        "VILLAGE VILLAGE_ORGANIZATION RURAL 23680"
    };

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyDivisionBecomesAUnitAndASecondRunChangesNothing() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not there");
        int events = count(EVENTS);

        var done = imported();
        assertThat(Uploads.figures(done, "cities.csv")).containsExactly(14, 14, 0, 0, 0);
        assertThat(Uploads.figures(done, "areas.csv")).containsExactly(134, 134, 0, 0, 0);
        assertThat(Uploads.figures(done, "streets.csv")).containsExactly(2008, 2008, 0, 0, 0);
        assertThat(Uploads.figures(done, "villages.csv")).containsExactly(29534, 29534, 0, 0, 0);
        assertThat(count("select count(*) from unit" + HUNAN)).isEqualTo(31_691);
        assertThat(count("select count(*) from unit_period" + HUNAN)).isEqualTo(31_691);
        assertThat(count(EVENTS) - events).isEqualTo(31_691);
        assertThat(kinds()).containsExactlyInAnyOrder(KINDS);

        var again = imported();
        assertThat(Uploads.figures(again, "cities.csv")).containsExactly(14, 0, 0, 14, 0);
        assertThat(Uploads.figures(again, "areas.csv")).containsExactly(134, 0, 0, 134, 0);
        assertThat(Uploads.figures(again, "streets.csv")).containsExactly(2008, 0, 0, 2008, 0);
        assertThat(Uploads.figures(again, "villages.csv")).containsExactly(29534, 0, 0, 29534, 0);
        assertThat(count("select count(*) from unit_period" + HUNAN)).isEqualTo(31_691);
        assertThat(count(EVENTS) - events).isEqualTo(31_691);
    }

    private JsonNode imported() throws IOException {
        var uploads = new Uploads(api, tokens);
        long id = uploads.open("43", "湖南省");
        for (var file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv")) {
            uploads.upload(id, file, Files.readAllBytes(FOLDER.resolve(file)));
        }
        return uploads.applied(id);
    }

    private List<String> kinds() {
        return jdbc.sql("select concat(tier, ' ', kind, ' ', domain, ' ', count(*)) from unit" + HUNAN
                        + " group by tier, kind, domain")
                .query(String.class)
                .list();
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
