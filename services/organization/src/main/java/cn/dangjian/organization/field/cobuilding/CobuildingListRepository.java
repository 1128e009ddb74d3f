package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Tables {@code cobuild_need} and {@code cobuild_resource}: rows are added, never changed. */
@Repository
class CobuildingListRepository {

    private final JdbcClient jdbc;

    CobuildingListRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Need(long id, UnitId unitId, LocalDate raisedOn) {}

    record Resource(long id, UnitId unitId, UnitId providerId) {}

    long insert(UnitId unit, ProposeEntry.Need need) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into cobuild_need (unit_id, title, text, raised_by, raised_on)
            values (:unit, :title, :text, :by, :day)\
            """)
                .param("unit", unit.value())
                .param("title", need.title())
                .param("text", need.text())
                .param("by", need.raisedBy())
                .param("day", need.raisedOn())
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    long insert(UnitId provider, ProposeEntry.Resource resource, LocalDate day) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
            insert into cobuild_resource (unit_id, provider_id, title, text, offered_on)
            values (:unit, :provider, :title, :text, :day)\
            """)
                .param("unit", resource.community().value())
                .param("provider", provider.value())
                .param("title", resource.title())
                .param("text", resource.text())
                .param("day", day)
                .update(key);
        return Objects.requireNonNull(key.getKey()).longValue();
    }

    /** Nobody else matches the need until commit. */
    Optional<Need> findForUpdate(long id, Scope scope) {
        return jdbc.sql("""
            select n.id, n.unit_id, n.raised_on from cobuild_need n join unit u on u.id = n.unit_id
             where n.id = :id and u.path between :from and :to for update\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Need.class)
                .optional();
    }

    Optional<Resource> findResource(long id, Scope scope) {
        return jdbc.sql("""
            select r.id, r.unit_id, r.provider_id from cobuild_resource r join unit u on u.id = r.unit_id
             where r.id = :id and u.path between :from and :to\
            """)
                .param("id", id)
                .param("from", scope.from())
                .param("to", scope.to())
                .query(Resource.class)
                .optional();
    }

    /** Where a resident unit may offer something: in the county that it lies in, else below itself. */
    @Unscoped("the county above the caller's own unit, for finding a community in it")
    Scope area(Unit provider) {
        return jdbc.sql("select path from unit where tier = 'COUNTY' and path in (left(:path, 10), left(:path, 15))")
                .param("path", provider.path())
                .query(String.class)
                .optional()
                .map(Scope::subtree)
                .orElseGet(() -> Scope.subtree(provider.path()));
    }
}
