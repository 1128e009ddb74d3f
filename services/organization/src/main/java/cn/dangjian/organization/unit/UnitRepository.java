package cn.dangjian.organization.unit;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code unit}: the tree of today, made by the room of the tree. */
@Repository
class UnitRepository {

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Finds nothing outside the scope, as if the unit did not exist. */
    Optional<Unit> find(UnitId id, Scope scope) {
        return jdbc.sql("select * from unit where id = :id and " + scope.column() + " between :from and :to")
                .param("id", id.value())
                .param("from", scope.from())
                .param("to", scope.to())
                .query(UnitRepository::unit)
                .optional();
    }

    @Unscoped("answers only to other services")
    Optional<Unit> find(UnitId id) {
        return jdbc.sql("select * from unit where id = :id")
                .param("id", id.value())
                .query(UnitRepository::unit)
                .optional();
    }

    @Unscoped("a province's code, before the province can have callers")
    Optional<Unit> findExisting(String code) {
        return jdbc.sql("select * from unit where code = :code and valid_to is null")
                .param("code", code)
                .query(UnitRepository::unit)
                .optional();
    }

    /** By hand: every question about a unit asks this first, and mapping by reflection costs more than the query. */
    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                new UnitId(row.getLong("id")),
                row.getObject("parent_id", Long.class),
                row.getString("code"),
                row.getString("name"),
                Tier.valueOf(row.getString("tier")),
                row.getString("kind"),
                row.getString("domain"),
                row.getString("path"),
                row.getLong("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("line_path"));
    }
}
