package cn.dangjian.organization.people.posting;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many villages have a first secretary. */
@Repository
class CoverageQueries {

    private final JdbcClient jdbc;

    CoverageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many villages are below a unit, and how many of them have one on a day. */
    record Coverage(UnitId unit, String name, @JsonIgnore String path, int villages, int covered) {}

    /** For the units of a tier in the scope, in the order of the tree. */
    List<Coverage> list(Scope scope, Tier tier, LocalDate day, String after, int limit) {
        return jdbc.sql("""
            select c.id unit, c.name, c.at path, count(distinct v.id) villages, count(distinct p.unit_id) covered
              from (select id, name, %1$s at from unit
                     where tier = :tier and %1$s between :from and :to and %1$s > :after and valid_to is null
                     order by %1$s limit :limit) c
              left join unit v on v.tier = 'VILLAGE' and v.%1$s between c.at and concat(c.at, '~')
                              and v.valid_to is null
              left join first_secretary p on p.unit_id = v.id and p.from_on <= :day
                              and (p.ended_on is null or p.ended_on > :day)
             group by c.id, c.name, c.at order by c.at\
            """.formatted(scope.column()))
                .param("tier", tier.name())
                .param("day", day)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("after", after)
                .param("limit", limit)
                .query(Coverage.class)
                .list();
    }
}
