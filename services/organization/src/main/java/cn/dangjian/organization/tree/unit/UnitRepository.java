package cn.dangjian.organization.tree.unit;

import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code unit}: the tree of today, for those who are no callers; these ask the directory. */
@Repository
class UnitRepository {

    private final Rows rows;

    UnitRepository(Rows rows) {
        this.rows = rows;
    }

    @Unscoped("answers only to other services")
    Optional<Unit> find(UnitId id) {
        return rows.unscoped("select * from unit where id = :id").with("id", id).find(Unit.class);
    }

    @Unscoped("a province's code, before the province can have callers")
    Optional<Unit> findExisting(String code) {
        return rows.unscoped("select * from unit where code = :code and valid_to is null")
                .with("code", code)
                .find(Unit.class);
    }
}
