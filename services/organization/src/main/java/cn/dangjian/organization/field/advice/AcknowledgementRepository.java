package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code advice_acknowledgement}: rows are added, never changed. */
@Repository
class AcknowledgementRepository {

    private final Rows rows;

    AcknowledgementRepository(Rows rows) {
        this.rows = rows;
    }

    record Acknowledgement(
            Subject subject, long subjectId, Kind kind, String note, long unit, String unitName, OffsetDateTime at) {

        boolean isOf(Advice advice) {
            return subject == advice.subject() && subjectId == advice.subjectId() && kind == advice.kind();
        }
    }

    /** What was said about subjects, in that order. */
    @Unscoped("for advice that was found within the scope before")
    List<Acknowledgement> list(Subject subject, Collection<Long> ids) {
        if (ids.isEmpty()) return List.of();
        return rows.unscoped("""
            select a.*, u.name unit_name from advice_acknowledgement a join unit u on u.id = a.unit_id
             where a.subject = :subject and a.subject_id in (:ids) order by a.id\
            """)
                .with("subject", subject)
                .with("ids", ids)
                .list(AcknowledgementRepository::acknowledgement);
    }

    void insert(Advice advice, String note, Desk desk) {
        rows.sql("""
            insert into advice_acknowledgement (subject, subject_id, advice, note, unit_id, account, at)
            values (:about, :id, :advice, :note, :unit, :subject, :at)\
            """)
                .with("about", advice.subject())
                .with("id", advice.subjectId())
                .with("advice", advice.kind())
                .with("note", note)
                .with("unit", desk.unit().id())
                .by(desk)
                .update();
    }

    private static Acknowledgement acknowledgement(ResultSet row, int number) throws SQLException {
        return new Acknowledgement(
                Subject.valueOf(row.getString("subject")),
                row.getLong("subject_id"),
                Kind.valueOf(row.getString("advice")),
                row.getString("note"),
                row.getLong("unit_id"),
                row.getString("unit_name"),
                row.getObject("at", LocalDateTime.class).atOffset(ZoneOffset.UTC));
    }
}
