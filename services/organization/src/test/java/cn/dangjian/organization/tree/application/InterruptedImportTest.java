package cn.dangjian.organization.tree.application;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.Api;
import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import that stops in the middle: the database refuses the villages, the process behind the lease is dead. */
@ServiceTest
class InterruptedImportTest {

    @Autowired
    Api api;

    @Autowired
    Tokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goesOnWhereItStoppedWhenAskedAgain() {
        var uploads = new Uploads(api, tokens);
        long id = interrupted(uploads, "81");

        var done = uploads.applied(id);

        assertWhole(uploads, done, "81");
    }

    @Test
    void isTakenUpByAnotherProcessWhenTheLeaseHasRunOut() {
        var uploads = new Uploads(api, tokens);
        long id = interrupted(uploads, "82");

        jdbc.sql("""
            update division_import set state = 'APPLYING', lease = 'of-a-dead-process', finished_at = null,
                   leased_until = timestampadd(second, -1, utc_timestamp(6)) where id = :id\
            """).param("id", id).update();
        var done = uploads.await(id, "DONE");

        assertWhole(uploads, done, "82");
    }

    private long interrupted(Uploads uploads, String province) {
        jdbc.sql("""
            create trigger no_villages before insert on unit for each row
            begin if new.tier = 'VILLAGE' then signal sqlstate '45000'; end if; end\
            """).update();
        try {
            long id = uploads.open(province, "虚构省");
            uploads.upload(id, "cities.csv", Uploads.CITIES + "PP01,虚构市,PP\n".replace("PP", province));
            uploads.upload(id, "areas.csv", Uploads.AREAS + "PP0101,虚构区,PP01,PP\n".replace("PP", province));
            uploads.upload(
                    id, "streets.csv", Uploads.STREETS + "PP0101001,虚构街道,PP0101,PP,PP01\n".replace("PP", province));
            uploads.upload(id, "villages.csv", Uploads.VILLAGES + """
                PP0101001001,虚构社区,PP0101001,PP,PP01,PP0101
                PP0101001002,,PP0101001,PP,PP01,PP0101
                PP0101001001,虚构社区,PP0101001,PP,PP01,PP0101
                """.replace("PP", province));
            uploads.apply(id);
            var failed = uploads.await(id, "FAILED");
            assertThat(Uploads.figures(failed, "streets.csv")).containsExactly(1, 1, 0, 0, 0);
            assertThat(Uploads.figures(failed, "villages.csv")).containsExactly(3, 0, 0, 0, 0);
            return id;
        } finally {
            jdbc.sql("drop trigger no_villages").update();
        }
    }

    private void assertWhole(Uploads uploads, tools.jackson.databind.JsonNode done, String province) {
        assertThat(Uploads.figures(done, "cities.csv")).containsExactly(1, 1, 0, 0, 0);
        assertThat(Uploads.figures(done, "streets.csv")).containsExactly(1, 1, 0, 0, 0);
        assertThat(Uploads.figures(done, "villages.csv")).containsExactly(3, 1, 0, 0, 2);
        assertThat(uploads.rejections(done.path("id").asLong())).hasSize(2);
        String ofProvince = " where code like '" + province + "%'";
        assertThat(count("select count(*) from unit" + ofProvince)).isEqualTo(5);
        assertThat(count("select count(*) from unit_period" + ofProvince)).isEqualTo(5);
        assertThat(count("select count(*) from outbox o join unit u on o.event_key = concat('unit:', u.id)"
                        + ofProvince))
                .isEqualTo(5);
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
