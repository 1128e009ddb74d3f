package cn.dangjian.organization.tree.unit;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code unit}: the tree of today, for those who are no callers; these ask the directory. */
@Repository
class UnitRepository {

    private final JdbcClient jdbc;

    UnitRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Unscoped("answers only to other services")
    Optional<Unit> find(UnitId id) {
        return jdbc.sql("select * from unit where id = :id")
                .param("id", id.value())
                .query(Unit.class)
                .optional();
    }

    @Unscoped("a province's code, before the province can have callers")
    Optional<Unit> findExisting(String code) {
        return jdbc.sql("select * from unit where code = :code and valid_to is null")
                .param("code", code)
                .query(Unit.class)
                .optional();
    }
}
