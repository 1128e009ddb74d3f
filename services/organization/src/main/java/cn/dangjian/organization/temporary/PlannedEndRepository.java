package cn.dangjian.organization.temporary;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code unit_until}. */
@Repository
class PlannedEndRepository {

    private final JdbcClient jdbc;

    PlannedEndRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit that exists and is meant to end. */
    record Temporary(long id, String code, String name, String kind, String path, LocalDate until) {}

    void insert(UnitId unit, LocalDate until) {
        jdbc.sql("insert into unit_until (unit_id, until) values (:unit, :until)")
                .param("unit", unit.value())
                .param("until", until)
                .update();
    }

    /** The next to end first, behind the last one seen. */
    List<Temporary> list(LocalDate after, long afterId, int limit, Scope scope) {
        return jdbc.sql("""
            select u.id, u.code, u.name, u.kind, u.path, t.until
              from unit_until t join unit u on u.id = t.unit_id
             where (t.until > :after or (t.until = :after and t.unit_id > :afterId)) and u.valid_to is null
               and u.%s between :from and :to
             order by t.until, t.unit_id limit :limit\
            """.formatted(scope.column()))
                .param("after", after)
                .param("afterId", afterId)
                .param("limit", limit)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Temporary.class)
                .list();
    }
}
