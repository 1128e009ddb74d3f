package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.web.Wording;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tables {@code unit_period} and {@code unit_period_superseded}; written only under the lock of the tree. */
@Repository
class PeriodRepository {

    private static final int BATCH = 1000;

    private static final String COLUMNS = """
        unit_id, valid_from, valid_to, ended, parent_id, line_parent_id, code, name, tier, kind, domain, reason, change_id,
        document, subject, at\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    PeriodRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    Map<UnitId, Timeline> list(Collection<UnitId> units) {
        if (units.isEmpty()) return Map.of();
        var periods = new LinkedHashMap<UnitId, List<Period>>();
        jdbc.sql("select " + COLUMNS + " from unit_period where unit_id in (:units) order by unit_id, valid_from")
                .param("units", units.stream().map(UnitId::value).toList())
                .query(row -> {
                    var period = period(row);
                    periods.computeIfAbsent(period.unit(), unit -> new ArrayList<>())
                            .add(period);
                });
        var timelines = new LinkedHashMap<UnitId, Timeline>();
        periods.forEach((unit, list) -> timelines.put(unit, new Timeline(list)));
        return timelines;
    }

    /** The units that are, and exist, below one of these on any day from the given one on. */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    Set<UnitId> listBelow(Collection<UnitId> parents, LocalDate from) {
        return jdbc.sql("""
            select distinct unit_id from unit_period
             where parent_id in (:parents) and valid_to > :from and ended = false\
            """)
                .param("parents", parents.stream().map(UnitId::value).toList())
                .param("from", from)
                .query((row, number) -> new UnitId(row.getLong(1)))
                .set();
    }

    /** The units that a committee supervises, and that exist, on any day from the given one on. */
    @Unscoped("whoever changes the tree has checked the scope of what is changed")
    Set<UnitId> listSupervised(UnitId by, LocalDate from) {
        return jdbc.sql("""
            select distinct unit_id from unit_period
             where line_parent_id = :by and valid_to > :from and ended = false\
            """)
                .param("by", by.value())
                .param("from", from)
                .query((row, number) -> new UnitId(row.getLong(1)))
                .set();
    }

    /** The units that have codes on any day from one to the day before another, by those codes in capitals. */
    @Unscoped("a code is taken, whoever has it")
    Map<String, Set<UnitId>> listHolders(Collection<String> codes, LocalDate from, LocalDate to) {
        if (codes.isEmpty()) return Map.of();
        var holders = new HashMap<String, Set<UnitId>>();
        jdbc.sql("""
            select distinct code, unit_id from unit_period
             where code in (:codes) and ended = false and valid_from < :to and valid_to > :from\
            """)
                .param("codes", Wording.inBothCases(codes))
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    holders.computeIfAbsent(row.getString(1).toUpperCase(Locale.ROOT), code -> new HashSet<>())
                            .add(new UnitId(row.getLong(2)));
                });
        return holders;
    }

    /** Writes what has changed, and keeps what stood there before. */
    void save(Map<UnitId, Timeline> before, Collection<Timeline> after, Instant now) {
        var gone = new ArrayList<Period>();
        var come = new ArrayList<Period>();
        for (var timeline : after) {
            var known = before.get(timeline.unit());
            var old = known == null ? List.<Period>of() : known.periods();
            old.stream().filter(period -> !timeline.periods().contains(period)).forEach(gone::add);
            timeline.periods().stream().filter(period -> !old.contains(period)).forEach(come::add);
        }
        template.batchUpdate(
                "insert into unit_period_superseded (" + COLUMNS
                        + ", superseded_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                gone,
                BATCH,
                (statement, period) -> {
                    fill(statement, period);
                    statement.setObject(17, utc(now));
                });
        template.batchUpdate(
                "delete from unit_period where unit_id = ? and valid_from = ?", gone, BATCH, (statement, period) -> {
                    statement.setLong(1, period.unit().value());
                    statement.setObject(2, period.from());
                });
        template.batchUpdate(
                "insert into unit_period (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                come,
                BATCH,
                PeriodRepository::fill);
    }

    /** Lets units begin by a day as what they were at first. */
    void suppose(Collection<UnitId> units, LocalDate day) {
        jdbc.sql("""
            update unit_period v
              join (select unit_id, min(valid_from) first from unit_period where unit_id in (:units) group by unit_id) f
                on f.unit_id = v.unit_id and f.first = v.valid_from
               set v.valid_from = :day\
            """)
                .param("units", units.stream().map(UnitId::value).toList())
                .param("day", day)
                .update();
    }

    private static void fill(PreparedStatement statement, Period period) throws SQLException {
        var because = period.because();
        var parent = period.parent();
        var line = period.line();
        statement.setLong(1, period.unit().value());
        statement.setObject(2, period.from());
        statement.setObject(3, period.to());
        statement.setBoolean(4, period.ended());
        statement.setObject(5, parent == null ? null : parent.value(), Types.BIGINT);
        statement.setObject(6, line == null ? null : line.value(), Types.BIGINT);
        statement.setString(7, period.code());
        statement.setString(8, period.name());
        statement.setString(9, period.tier().name());
        statement.setString(10, period.kind());
        statement.setString(11, period.domain());
        statement.setString(12, because.reason().name());
        statement.setObject(13, because.change(), Types.BIGINT);
        statement.setString(14, because.document());
        statement.setString(15, because.subject());
        statement.setObject(16, utc(because.at()));
    }

    private static Period period(ResultSet row) throws SQLException {
        var from = row.getObject("valid_from", LocalDate.class);
        return new Period(
                new UnitId(row.getLong("unit_id")),
                from,
                row.getObject("valid_to", LocalDate.class),
                row.getBoolean("ended"),
                unit(row.getObject("parent_id", Long.class)),
                unit(row.getObject("line_parent_id", Long.class)),
                row.getString("code"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"),
                row.getString("domain"),
                new Approval(
                        Approval.Reason.valueOf(row.getString("reason")),
                        row.getString("document"),
                        from,
                        row.getString("subject"),
                        row.getObject("at", LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getObject("change_id", Long.class)));
    }

    private static @Nullable UnitId unit(@Nullable Long id) {
        return id == null ? null : new UnitId(id);
    }

    private static LocalDateTime utc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
