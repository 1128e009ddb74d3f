package cn.dangjian.member.person.quality;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.member.person.privacy.Secrets;
import cn.dangjian.member.person.privacy.Vault;
import cn.dangjian.testkit.Province;
import cn.dangjian.testkit.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** How whole the files of a unit are is told after every change: it must not cost more the more has happened. */
@ServiceTest
class UnitQualityTest {

    private static final int FILES = 20;

    /** Units and files that no other test has. */
    private static final long SHORT = 12901;

    private static final long LONG = 12902;
    private static final long FIRST = 71_000_000;

    @Autowired
    QualityQueries queries;

    @Autowired
    Vault vault;

    @Autowired
    Province province;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DataSource database;

    private JdbcTemplate jdbc;

    @Test
    void readsNoMoreOfFilesInWhichMuchHasHappened() {
        province.settle();
        jdbc = new JdbcTemplate(database);
        files(SHORT, FIRST, 0);
        files(LONG, FIRST + FILES, 60);

        long few = read(SHORT);
        long many = read(LONG);

        assertThat(queries.units(List.of(LONG)).getFirst().missing())
                .containsEntry(Fact.APPLIED, FILES)
                .containsEntry(Fact.FULL, FILES)
                .containsEntry(Fact.ADMITTED, FILES);
        // a few more are where a page of the index ends; with the sixty of each file it would be thousands
        assertThat(few).isGreaterThan(3 * FILES);
        assertThat(many).isLessThan(few + FILES);
    }

    /** Full members of whom nothing is known but how often their class has changed. */
    private void files(long unit, long first, int changes) {
        var members = new ArrayList<Object[]>();
        var standings = new ArrayList<Object[]>();
        var events = new ArrayList<Object[]>();
        for (long id = first; id < first + FILES; id++) {
            var sealed = vault.seal(id, new Secrets("430101198001010000", null, null));
            members.add(new Object[] {id, "quality-" + id, sealed.key(), sealed.number()});
            standings.add(new Object[] {id, unit});
            for (int i = 0; i < changes; i++) events.add(new Object[] {id, unit});
        }
        jdbc.batchUpdate("""
            insert into member (id, name, name_key, initials, sex, birth_on, number_kind, number_index, seal_key,
                                sealed_number, version, registered_at)
            values (?, '质量', 'zhi liang', 'ZL', 'MALE', '1980-01-01', 'CITIZEN', ?, ?, ?, 1, utc_timestamp(6))\
            """, members);
        jdbc.batchUpdate("""
            insert into standing (member_id, from_on, to_on, status, unit_id, lost)
            values (?, '2010-01-01', '9999-12-31', 'FULL', ?, false)\
            """, standings);
        jdbc.batchUpdate("""
            insert into member_event (member_id, kind, day, unit_id, member_class, subject, at)
            values (?, 'CLASSED', '2015-01-01', ?, 'RURAL', 'account:1', utc_timestamp(6))\
            """, events);
    }

    /** How many entries of indexes the database has looked at. */
    private long read(long unit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            long before = entries();
            queries.units(List.of(unit));
            return entries() - before;
        }));
    }

    private long entries() {
        return jdbc.query("""
            show session status where variable_name in ('Handler_read_key', 'Handler_read_next')\
            """, (row, number) -> row.getLong(2)).stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
