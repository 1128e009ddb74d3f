package cn.dangjian.organization.people.matter;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.platform.seals.Reseal;
import cn.dangjian.platform.seals.SealedRows;
import cn.dangjian.testkit.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of reports, whichever key they were sealed with. */
@ServiceTest
class SealedReportsTest extends PersonalMatters {

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<SealedRows> sealed;

    @Autowired
    JdbcTemplate template;

    private void resealWith(String key) {
        new Reseal(sealed, OtherKeys.with(key), template, transaction).reseal();
    }

    private List<String> kept() {
        return jdbc.sql("""
            select concat_ws(' ', coalesce(seal_key, '-'), coalesce(name, '-'), coalesce(content, '-'),
                   convert(sealed_name using latin1), convert(sealed_content using latin1)) from personal_matter_report\
            """).query(String.class).list();
    }

    @Test
    void whatIsKeptIsEncryptedAndBoundToItsRow() {
        long one = aReport();
        long other = aReport();

        assertThat(kept())
                .hasSize(2)
                .allSatisfy(row -> assertThat(row).startsWith("k1 - - ").doesNotContain("CANARY"));
        jdbc.sql("""
            update personal_matter_report r join personal_matter_report o on o.id = :other
               set r.sealed_content = o.sealed_content where r.id = :one\
            """).param("one", one).param("other", other).update();
        assertThat(read("0101100", one).status()).isEqualTo(500);
        assertThat(read("0101100", other).json().path("content").asString()).isEqualTo(SECRET);
    }

    @Test
    void whatWasKeptInPlainTextIsEncryptedInBatches() {
        long report = aReport();
        jdbc.sql("""
            update personal_matter_report set seal_key = null, sealed_name = null, sealed_content = null,
                   name = '虚构名CANARY', content = :content\
            """).param("content", SECRET).update();
        jdbc.sql("""
            insert into personal_matter_report (unit_id, post, year, name, content, reported_by, reported_at)
            with recursive n (n) as (select 1 union all select n + 1 from n where n < 450)
            select unit_id, post, year, name, content, reported_by, reported_at from personal_matter_report, n\
            """).update();
        assertThat(read("0101100", report).json().path("content").asString()).isEqualTo(SECRET);

        resealWith("k1");

        assertThat(kept())
                .hasSize(451)
                .allSatisfy(row -> assertThat(row).startsWith("k1 - - ").doesNotContain("CANARY"));
        assertThat(read("0101100", report).json().path("content").asString()).isEqualTo(SECRET);
    }

    @Test
    void aNewKeyTakesOverWhileEverythingRuns() {
        long report = aReport();

        resealWith("k2");
        assertThat(kept()).allSatisfy(row -> assertThat(row).startsWith("k2 - - "));

        resealWith("k1");
        assertThat(read("0101100", report).json().path("name").asString()).isEqualTo("虚构名CANARY");
    }
}
