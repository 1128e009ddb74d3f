package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.caller.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code venue}, {@code venue_report}, {@code venue_flag}, {@code venue_photo}. */
@Repository
class VenueRepository {

    private final JdbcClient jdbc;

    VenueRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A report that nobody has judged yet. */
    record Pending(long id, long reportedBy) {}

    Optional<Venue> find(long id, Scope scope) {
        return jdbc.sql("""
            select v.id, v.unit_id, v.name, v.version from venue v join unit u on u.id = v.unit_id
             where v.id = :id and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Venue.class)
                .optional();
    }

    long insert(String name, Caller caller) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("insert into venue (unit_id, name, version) values (:unit, :name, 1)")
                .param("unit", caller.unit())
                .param("name", name)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Fails if someone else changed the venue or its reports since it was read. */
    Venue touch(Venue venue) {
        int rows = jdbc.sql("update venue set version = version + 1 where id = :id and version = :version")
                .param("id", venue.id())
                .param("version", venue.version())
                .update();
        if (rows == 0) throw new OptimisticLockingFailureException("Venue " + venue.id());
        return venue.next();
    }

    void insertReport(long venue, ReportVenue.Facts facts, Caller caller, Instant at) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into venue_report (venue_id, day, area, address, reported_by, reported_at)
            values (:venue, :day, :area, :address, :by, :at)\
            """)
                .param("venue", venue)
                .param("day", facts.day())
                .param("area", facts.area())
                .param("address", facts.address())
                .param("by", caller.account().value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update(key);
        long report = Objects.requireNonNull(key.getKey()).longValue();
        insertAll("insert into venue_flag (report_id, tag) values ", report, facts.flags());
        insertAll("insert into venue_photo (report_id, file) values ", report, facts.photos());
    }

    private void insertAll(String insert, long report, Collection<String> texts) {
        if (texts.isEmpty()) return;
        jdbc.sql(insert + String.join(", ", texts.stream().map(text -> "(?, ?)").toList()))
                .params(texts.stream()
                        .flatMap(text -> List.<Object>of(report, text).stream())
                        .toList())
                .update();
    }

    @Unscoped("of a venue that was found in the caller's scope")
    Optional<Pending> findPending(Venue venue) {
        return jdbc.sql("select id, reported_by from venue_report where venue_id = :venue and verdict is null")
                .param("venue", venue.id())
                .query(Pending.class)
                .optional();
    }

    void judge(long report, Verdict verdict, @Nullable String reason, Caller caller, LocalDate day) {
        jdbc.sql("""
            update venue_report set verdict = :verdict, reason = :reason, judged_by = :by, judged_on = :day
             where id = :id and verdict is null\
            """)
                .param("verdict", verdict.name())
                .param("reason", reason)
                .param("by", caller.account().value())
                .param("day", day)
                .param("id", report)
                .update();
    }
}
