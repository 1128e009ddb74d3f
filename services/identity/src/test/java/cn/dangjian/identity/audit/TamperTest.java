package cn.dangjian.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.identity.RunningIdentity;
import cn.dangjian.identity.audit.VerifyTrail.Broken;
import cn.dangjian.identity.audit.VerifyTrail.Flaw;
import cn.dangjian.identity.audit.VerifyTrail.Kept;
import cn.dangjian.identity.audit.VerifyTrail.Report;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.problem.ProblemException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a database administrator might do to the trail; each test does it in a transaction that is rolled back. */
class TamperTest extends RunningIdentity {

    /** Its deeds stand in chain 5. */
    private static final Actor SOMEBODY = new Actor(new AccountId(8_000_005L), 7L, 3L);

    private static final int CHAIN = 5;

    @Autowired
    private Trail trail;

    @Autowired
    private SealTrail sealTrail;

    @Autowired
    private VerifyTrail verifyTrail;

    @Autowired
    private TransactionTemplate transaction;

    /** The newest row of the chain; there are nine more before it. */
    private long last;

    @BeforeEach
    void tenDeeds() {
        transaction.executeWithoutResult(status -> trail.recordAll(IntStream.range(0, 10)
                .mapToObj(i -> Deed.read(SOMEBODY, "sign-ins.read", "tampered", i, "督查"))
                .toList()));
        last = number("select seq from audit_chain where chain = 5");
    }

    @Test
    void holdsWhenNobodyTouchedIt() {
        var report = verifyTrail.verify(null);

        assertThat(report.broken()).isNull();
        assertThat(report.intact()).isTrue();
        assertThat(report.entries()).isEqualTo(number("select count(*) from audit_entry"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "at,       at + interval 1 microsecond",
                "service,  'task'",
                "source,   'x'",
                "kind,     'AUTHORITY'",
                "act,      'sessions.read'",
                "account,  account + 8",
                "account,  null",
                "post,     8",
                "post,     null",
                "mandate,  null",
                "thing,    'unit'",
                "thing_id, '999'",
                "purpose,  '巡察'",
                "key_name, 'k9'",
                "mac,      upper(mac)",
                "mac,      `repeat('0', 64)`"
            })
    void noticesAnAlteredColumn(String column, String value) {
        var broken =
                after("update audit_entry set " + column + " = " + value + " where chain = 5 and seq = " + (last - 4));

        assertThat(broken).isEqualTo(new Broken(CHAIN, last - 4, Flaw.ALTERED));
    }

    @Test
    void noticesADeletedRow() {
        assertThat(after("delete from audit_entry where chain = 5 and seq = " + (last - 4)))
                .isEqualTo(new Broken(CHAIN, last - 4, Flaw.MISSING));
        assertThat(after("delete from audit_entry where chain = 5 and seq = 1"))
                .isEqualTo(new Broken(CHAIN, 1, Flaw.MISSING));
    }

    @Test
    void noticesADeletedRowWhoseGapWasClosed() {
        assertThat(after(
                        "delete from audit_entry where chain = 5 and seq = " + (last - 4),
                        "update audit_entry set seq = seq - 1 where chain = 5 and seq > " + (last - 4)
                                + " order by seq",
                        "update audit_chain set seq = seq - 1 where chain = 5"))
                .isEqualTo(new Broken(CHAIN, last - 4, Flaw.ALTERED));
    }

    @Test
    void noticesRowsThatChangedPlaces() {
        assertThat(after(
                        "update audit_entry set seq = -1 where chain = 5 and seq = " + (last - 4),
                        "update audit_entry set seq = " + (last - 4) + " where chain = 5 and seq = " + (last - 3),
                        "update audit_entry set seq = " + (last - 3) + " where chain = 5 and seq = -1"))
                .isEqualTo(new Broken(CHAIN, last - 4, Flaw.ALTERED));
    }

    @Test
    void noticesRowsOfAnotherChainAndOfNone() {
        assertThat(after("update audit_entry set chain = 99 where chain = 5 and seq = " + last))
                .isEqualTo(new Broken(CHAIN, last, Flaw.TRUNCATED));
        assertThat(after(copy(99, 1))).isEqualTo(new Broken(99, 1, Flaw.ALTERED));
    }

    @Test
    void noticesAnAddedRow() {
        assertThat(after(copy(CHAIN, last + 1))).isEqualTo(new Broken(CHAIN, last + 1, Flaw.ALTERED));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10})
    void noticesThatTheEndIsMissing(int rows) {
        assertThat(after("delete from audit_entry where chain = 5 and seq > " + (last - rows)))
                .isEqualTo(new Broken(CHAIN, last - rows + 1, Flaw.TRUNCATED));
    }

    @Test
    void noticesAMissingEndWhoseHeadWasAltered() {
        assertThat(after(
                        "delete from audit_entry where chain = 5 and seq = " + last,
                        "update audit_chain set seq = " + (last - 1)
                                + ", mac = (select mac from audit_entry where chain = 5 and seq = " + (last - 1)
                                + ") where chain = 5"))
                .isEqualTo(new Broken(CHAIN, last - 1, Flaw.HEAD_ALTERED));
        assertThat(after("delete from audit_chain where chain = 5"))
                .isEqualTo(new Broken(CHAIN, last, Flaw.HEAD_ALTERED));
    }

    @Test
    void noticesAMissingEndWhoseHeadIsAnOldGenuineOne() {
        var broken = after(status -> {
            var old = headOf(CHAIN);
            oneMore();
            sealTrail.seal();
            dba("delete from audit_entry where chain = 5 and seq = " + (last + 1));
            dba(old);
        });

        assertThat(broken).isEqualTo(new Broken(CHAIN, last + 1, Flaw.ROLLED_BACK));
    }

    @Test
    void noticesAnotherRowInThePlaceOfASealedOne() {
        var broken = after(status -> {
            var old = headOf(CHAIN);
            oneMore();
            sealTrail.seal();
            dba("delete from audit_entry where chain = 5 and seq = " + (last + 1));
            dba(old);
            // the service itself writes the next row, so every mac is right
            trail.record(Deed.change(SOMEBODY, "post.ended", "post", 1, "appointment"));
        });

        assertThat(broken).isEqualTo(new Broken(CHAIN, last + 1, Flaw.ROLLED_BACK));
    }

    @Test
    void noticesAChainThatIsGoneAltogether() {
        var broken = after(status -> {
            sealTrail.seal();
            dba("delete from audit_entry where chain = 5");
            dba("delete from audit_chain where chain = 5");
        });

        assertThat(broken).isNotNull();
        assertThat(broken.flaw()).isEqualTo(Flaw.ROLLED_BACK);
        assertThat(broken.chain()).isEqualTo(CHAIN);
    }

    @Test
    void noticesWhatWasDoneToTheSeals() {
        Consumer<String> isNoticed = sql -> assertThat(after(status -> {
                    sealTrail.seal();
                    oneMore();
                    sealTrail.seal();
                    dba(sql);
                }))
                .as(sql)
                .isNotNull()
                .extracting(Broken::chain)
                .isEqualTo(Chain.SEALS);

        isNoticed.accept("update audit_seal set at = at + interval 1 second where seal = 1");
        isNoticed.accept("update audit_seal set heads = '' order by seal desc limit 1");
        isNoticed.accept("update audit_seal set mac = repeat('0', 64) order by seal desc limit 1");
        isNoticed.accept("delete from audit_seal where seal = 1");
        isNoticed.accept("delete from audit_seal order by seal desc limit 1");
        isNoticed.accept("delete from audit_seal");
        isNoticed.accept("update audit_chain set seal = repeat('0', 64) where chain = -1");
        isNoticed.accept("delete from audit_chain where chain = -1");
    }

    /** The limit of what the database alone can show, and what a seal kept elsewhere adds. */
    @Test
    void noticesThatEverythingWasSetBackByASealKeptElsewhere() {
        transaction.executeWithoutResult(status -> {
            sealTrail.seal();
            var head = headOf(CHAIN);
            var seals = headOf(Chain.SEALS);
            oneMore();
            sealTrail.seal();
            var newest = verifyTrail.verify(null);
            var kept = new Kept(newest.seals(), String.valueOf(newest.lastMac()));

            dba("delete from audit_entry where chain = 5 and seq = " + (last + 1));
            dba("delete from audit_seal where seal = " + kept.seal());
            dba(head);
            dba(seals);

            assertThat(verifyTrail.verify(null).intact()).isTrue();
            assertThat(verifyTrail.verify(kept).broken())
                    .isEqualTo(new Broken(Chain.SEALS, kept.seal(), Flaw.ROLLED_BACK));
            status.setRollbackOnly();
        });
    }

    @Test
    void writesNothingBehindAHeadThatSomebodyElseHasSet() {
        transaction.executeWithoutResult(status -> {
            dba("update audit_chain set seq = seq - 1 where chain = 5");
            assertThatThrownBy(this::oneMore)
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("audit.broken");
            long before = number("select count(*) from audit_seal");
            sealTrail.seal();
            assertThat(number("select count(*) from audit_seal")).isEqualTo(before);
            status.setRollbackOnly();
        });
    }

    private Broken after(String... statements) {
        return after(status -> {
            for (String statement : statements) dba(statement);
        });
    }

    /** What the verification says after that; then it never happened. */
    private Broken after(Consumer<Void> deed) {
        Report report = transaction.execute(status -> {
            deed.accept(null);
            var said = verifyTrail.verify(null);
            status.setRollbackOnly();
            return said;
        });
        assertThat(report.intact()).isFalse();
        return report.broken();
    }

    private void oneMore() {
        trail.record(Deed.read(SOMEBODY, "sign-ins.read", "tampered", 11, "督查"));
    }

    private void dba(String sql) {
        assertThat(jdbc.sql(sql).update()).as(sql).isPositive();
    }

    /** A statement that brings back the head as it is now. */
    private String headOf(int chain) {
        var row = jdbc.sql("select seq, mac, key_name, seal from audit_chain where chain = ?")
                .param(chain)
                .query()
                .singleRow();
        return "update audit_chain set seq = %s, mac = '%s', key_name = '%s', seal = '%s' where chain = %d"
                .formatted(row.get("seq"), row.get("mac"), row.get("key_name"), row.get("seal"), chain);
    }

    private String copy(int chain, long seq) {
        return """
            insert into audit_entry (chain, seq, at, service, source, kind, act, account, post, mandate, thing, thing_id,
                                     purpose, key_name, mac)
            select %d, %d, at, service, source, kind, act, account, post, mandate, thing, thing_id, purpose, key_name, mac
              from audit_entry where chain = 5 and seq = %d\
            """.formatted(chain, seq, last);
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
