package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Table {@code personal_matter_reader}. */
@Repository
class ReaderRepository {

    private static final String READER = """
        select r.id, r.unit_id, r.duty, r.since, r.until, r.document
          from personal_matter_reader r join unit u on u.id = r.unit_id and u.path between :from and :to\
        """;

    private final JdbcClient jdbc;

    ReaderRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A duty at a county that may read from a day to the day before another. */
    record Reader(
            long id,
            UnitId unitId,
            String duty,
            LocalDate since,
            @Nullable LocalDate until,
            String document) {}

    boolean isReader(UnitId county, String duty, LocalDate day) {
        return jdbc.sql("""
            select 1 from personal_matter_reader
             where unit_id = :unit and duty = :duty and since <= :day and (until is null or until > :day) limit 1\
            """)
                .param("unit", county.value())
                .param("duty", duty)
                .param("day", day)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** At most a hundred: a county names a few. */
    List<Reader> list(Scope own) {
        return jdbc.sql(READER + " order by r.id desc limit 100")
                .param("from", own.from())
                .param("to", own.to())
                .query(Reader.class)
                .list();
    }

    Optional<Reader> find(long id, Scope own) {
        return jdbc.sql(READER + " where r.id = :id")
                .param("id", id)
                .param("from", own.from())
                .param("to", own.to())
                .query(Reader.class)
                .optional();
    }

    long insert(UnitId county, String duty, LocalDate since, String document, String subject, Instant at) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into personal_matter_reader (unit_id, duty, since, document, subject, at)
            values (:unit, :duty, :since, :document, :subject, :at)\
            """)
                .param("unit", county.value())
                .param("duty", duty)
                .param("since", since)
                .param("document", document)
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update(keys, "id");
        return Objects.requireNonNull(keys.getKey()).longValue();
    }

    void end(Reader reader, LocalDate on) {
        jdbc.sql("update personal_matter_reader set until = :on where id = :id and (until is null or until > :on)")
                .param("on", on)
                .param("id", reader.id())
                .update();
    }
}
