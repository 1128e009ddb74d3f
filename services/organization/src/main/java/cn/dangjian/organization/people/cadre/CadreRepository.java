package cn.dangjian.organization.people.cadre;

import cn.dangjian.organization.people.cadre.Cadre.Training;
import cn.dangjian.platform.directory.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code reserve_cadre}, {@code reserve_tag} and {@code reserve_training}. */
@Repository
class CadreRepository {

    private static final String CADRE = """
        select c.id, c.unit_id, c.name, c.account_id, c.mentor, c.nominated_on, c.listed_on, c.left_on, c.reason,
               c.version
          from reserve_cadre c join unit u on u.id = c.unit_id and u.path between :from and :to\
        """;

    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    CadreRepository(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    Optional<Cadre> find(long id, Scope scope) {
        return jdbc.sql(CADRE + " where c.id = :id")
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Cadre.class)
                .optional();
    }

    /** The newest first. */
    List<Cadre> list(long before, int limit, Scope scope) {
        return jdbc.sql(CADRE + " where c.id < :before order by c.id desc limit :limit")
                .param("before", before)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Cadre.class)
                .list();
    }

    List<String> listTags(Cadre cadre, Scope scope) {
        return jdbc.sql("""
            select t.tag from reserve_tag t join reserve_cadre c on c.id = t.cadre_id
              join unit u on u.id = c.unit_id and u.path between :from and :to
             where t.cadre_id = :id order by t.tag\
            """)
                .param("id", cadre.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(String.class)
                .list();
    }

    List<Training> listTrainings(Cadre cadre, Scope scope) {
        return jdbc.sql("""
            select t.held_on, t.topic, t.hours from reserve_training t join reserve_cadre c on c.id = t.cadre_id
              join unit u on u.id = c.unit_id and u.path between :from and :to
             where t.cadre_id = :id order by t.id\
            """)
                .param("id", cadre.id())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Training.class)
                .list();
    }

    long insert(Cadre cadre, Collection<String> tags, String subject) {
        var keys = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into reserve_cadre (unit_id, name, account_id, mentor, nominated_on, subject, version)
            values (:unit, :name, :account, :mentor, :on, :subject, 1)\
            """)
                .param("unit", cadre.unitId().value())
                .param("name", cadre.name())
                .param("account", cadre.accountId())
                .param("mentor", cadre.mentor())
                .param("on", cadre.nominatedOn())
                .param("subject", subject)
                .update(keys, "id");
        long id = Objects.requireNonNull(keys.getKey()).longValue();
        template.batchUpdate("insert into reserve_tag (cadre_id, tag) values (?, ?)", tags, 100, (statement, tag) -> {
            statement.setLong(1, id);
            statement.setString(2, tag);
        });
        return id;
    }

    void enlist(Cadre cadre, LocalDate on) {
        changed(
                cadre,
                jdbc.sql("""
                    update reserve_cadre set listed_on = :on, version = version + 1 where id = :id and version = :version\
                    """)
                        .param("on", on)
                        .param("id", cadre.id())
                        .param("version", cadre.version())
                        .update());
    }

    void leave(Cadre cadre, LocalDate on, String reason) {
        changed(
                cadre,
                jdbc.sql("""
                    update reserve_cadre set left_on = :on, reason = :reason, version = version + 1
                     where id = :id and version = :version\
                    """)
                        .param("on", on)
                        .param("reason", reason)
                        .param("id", cadre.id())
                        .param("version", cadre.version())
                        .update());
    }

    void train(Cadre cadre, Training training, String subject, Instant at) {
        jdbc.sql("""
            insert into reserve_training (cadre_id, held_on, topic, hours, subject, at)
            values (:cadre, :on, :topic, :hours, :subject, :at)\
            """)
                .param("cadre", cadre.id())
                .param("on", training.heldOn())
                .param("topic", training.topic())
                .param("hours", training.hours())
                .param("subject", subject)
                .param("at", LocalDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private static void changed(Cadre cadre, int rows) {
        if (rows == 0) throw new OptimisticLockingFailureException("Reserve cadre " + cadre.id());
    }
}
