package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The units whose teams are looked through. */
@Repository
class VillageQueries {

    private final JdbcClient jdbc;

    VillageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Units of a tier in the order of the tree. */
    List<Unit> list(Scope scope, Tier tier, String after, int limit) {
        return jdbc.sql("""
            select * from unit where tier = :tier and %1$s between :from and :to and %1$s > :after and valid_to is null
             order by %1$s limit :limit\
            """.formatted(scope.column()))
                .param("tier", tier.name())
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("limit", limit)
                .query(Unit.class)
                .list();
    }
}
