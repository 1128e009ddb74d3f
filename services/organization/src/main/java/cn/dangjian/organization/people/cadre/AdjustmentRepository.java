package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.AdjustSecretary.AdjustmentRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Tables {@code secretary_adjustment} and {@code adjustment_tag}: rows are added, never changed. */
@Repository
class AdjustmentRepository {

    private final Rows rows;

    AdjustmentRepository(Rows rows) {
        this.rows = rows;
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
    List<Adjustment> list(Slice slice, Scope scope) {
        return rows.sql("""
            select a.*, (select group_concat(t.tag order by t.tag) from adjustment_tag t where t.adjustment_id = a.id) tags
              from secretary_adjustment a join unit u on u.id = a.unit_id and {scope u}
             where a.id < :before order by a.id desc limit :rows\
            """).in(scope).newest(slice).list(AdjustmentRepository::adjustment);
    }

    long insert(UnitId village, AdjustmentRequest adjustment, Desk desk) {
        long id = rows.sql("""
            insert into secretary_adjustment (unit_id, name, adjusted_on, successor, document, subject, at)
            values (:unit, :name, :adjustedOn, :successor, :document, :subject, :at)\
            """).with("unit", village).with(adjustment).by(desk).insert();
        rows.sql("insert into adjustment_tag (adjustment_id, tag) values (:id, :tag)")
                .with("id", id)
                .each(Tags.each(adjustment.tags()));
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
