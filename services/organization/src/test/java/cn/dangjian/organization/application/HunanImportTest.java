package cn.dangjian.organization.application;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The divisions of a real province, where they lie beside the repository. */
@ServiceTest
class HunanImportTest {

    private static final Path FOLDER = Repository.root().resolveSibling("shared/data/hunan");

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyDivisionBecomesAUnitAndASecondRunChangesNothing() throws IOException {
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(FOLDER), FOLDER + " is not there");
        var uploads = new Uploads(api, tokens);

        long first = uploads.open("43", "湖南省");
        for (var file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv")) {
            uploads.upload(first, file, Files.readAllBytes(FOLDER.resolve(file)));
        }
        var done = uploads.applied(first);

        System.out.println("Hunan: " + done);
        assertThat(Uploads.figures(done, "cities.csv")).containsExactly(14, 14, 0, 0, 0);
        assertThat(Uploads.figures(done, "areas.csv")).containsExactly(134, 134, 0, 0, 0);
        assertThat(Uploads.figures(done, "streets.csv")).containsExactly(2008, 2008, 0, 0, 0);
        assertThat(Uploads.figures(done, "villages.csv")).containsExactly(29534, 29534, 0, 0, 0);
        assertThat(count("select count(*) from unit")).isEqualTo(31_691);
        assertThat(count("select count(*) from unit_version")).isEqualTo(31_691);
        assertThat(count("select count(*) from outbox")).isEqualTo(31_691);
        System.out.println(jdbc.sql("select tier, kind, domain, count(*) n from unit group by tier, kind, domain")
                .query()
                .listOfRows());

        long second = uploads.open("43", "湖南省");
        for (var file : List.of("cities.csv", "areas.csv", "streets.csv", "villages.csv")) {
            uploads.upload(second, file, Files.readAllBytes(FOLDER.resolve(file)));
        }
        var again = uploads.applied(second);
        System.out.println("Hunan again: " + again);

        assertThat(Uploads.figures(again, "villages.csv")).containsExactly(29534, 0, 0, 29534, 0);
        assertThat(count("select count(*) from unit_version")).isEqualTo(31_691);
        assertThat(count("select count(*) from outbox")).isEqualTo(31_691);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
