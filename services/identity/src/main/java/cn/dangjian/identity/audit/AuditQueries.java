package cn.dangjian.identity.audit;

import static java.time.ZoneOffset.UTC;

import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Records;
import cn.dangjian.platform.web.paging.Cursor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code audit_entry}, to look at. */
@Repository
class AuditQueries {

    private final JdbcClient jdbc;

    AuditQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One deed. */
    record EntryView(
            int chain,
            long seq,
            OffsetDateTime at,
            String service,
            String kind,
            String act,
            @Nullable Long account,
            @Nullable Long post,
            @Nullable Long mandate,
            String thing,
            String thingId,
            String purpose) {

        Cursor cursor() {
            return Cursor.of(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()), chain, seq);
        }
    }

    /** What an account did, the newest first. */
    @Unscoped("the administrator's only")
    List<EntryView> listBy(long account, @Nullable Cursor after, int limit) {
        return list("account = :account", Map.of("account", account), after, limit);
    }

    /** What was done to a thing, the newest first. */
    @Unscoped("the administrator's only")
    List<EntryView> listOf(String thing, String thingId, @Nullable Cursor after, int limit) {
        return list("thing = :thing and thing_id = :thingId", Map.of("thing", thing, "thingId", thingId), after, limit);
    }

    private List<EntryView> list(String which, Map<String, ?> keys, @Nullable Cursor after, int limit) {
        String older = after == null
                ? ""
                : "and at <= :at and (at < :at or chain > :chain or (chain = :chain and seq < :seq))";
        var at = after == null ? Instant.EPOCH : Instant.EPOCH.plus(after.number(0), ChronoUnit.MICROS);
        return jdbc.sql("""
            select chain, seq, at, service, kind, act, account, post, mandate, thing, thing_id, purpose
              from audit_entry where %s %s order by at desc, chain, seq desc limit :limit\
            """.formatted(which, older))
                .params(keys)
                .param("at", LocalDateTime.ofInstant(at, UTC))
                .param("chain", after == null ? 0 : after.number(1))
                .param("seq", after == null ? 0 : after.number(2))
                .param("limit", limit)
                .query(Records.of(EntryView.class))
                .list();
    }
}
