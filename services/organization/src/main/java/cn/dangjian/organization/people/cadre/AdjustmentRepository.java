package cn.dangjian.organization.people.cadre;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code secretary_adjustment} and {@code adjustment_tag}: rows are added, never changed. */
@Repository
class AdjustmentRepository {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    AdjustmentRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    /** A secretary who was replaced, and why. */
    record Adjustment(
            long id,
            UnitId unit,
            String name,
            LocalDate adjustedOn,
            @Nullable String successor,
            String document,
            List<String> tags) {}

    /** The newest first. */
    List<Adjustment> list(long before, int limit, Scope scope) {
        return jdbc.sql("""
            select a.*, (select group_concat(t.tag order by t.tag) from adjustment_tag t where t.adjustment_id = a.id) tags
              from secretary_adjustment a join unit u on u.id = a.unit_id and u.path between :from and :to
             where a.id < :before order by a.id desc limit :limit\
            """)
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(AdjustmentRepository::adjustment)
                .list();
    }

    long insert(Adjustment adjustment, String subject, Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into secretary_adjustment (unit_id, name, adjusted_on, successor, document, subject, at)
            values (:unit, :name, :on, :successor, :document, :subject, :at)\
            """)
                .param("unit", adjustment.unit().value())
                .param("name", adjustment.name())
                .param("on", adjustment.adjustedOn())
                .param("successor", adjustment.successor())
                .param("document", adjustment.document())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        template.batchUpdate(
                "insert into adjustment_tag (adjustment_id, tag) values (?, ?)",
                adjustment.tags(),
                100,
                (statement, tag) -> {
                    statement.setLong(1, id);
                    statement.setString(2, tag);
                });
        return id;
    }

    private static Adjustment adjustment(ResultSet row, int number) throws SQLException {
        String tags = row.getString("tags");
        return new Adjustment(
                row.getLong("id"),
                new UnitId(row.getLong("unit_id")),
                row.getString("name"),
                row.getObject("adjusted_on", LocalDate.class),
                row.getString("successor"),
                row.getString("document"),
                tags == null ? List.of() : Arrays.asList(tags.split(",", -1)));
    }
}
