package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.ProposeEntry.NeedRequest;
import cn.dangjian.organization.field.cobuilding.ProposeEntry.ResourceRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code cobuild_need} and {@code cobuild_resource}: rows are added, never changed. */
@Repository
class CobuildingListRepository {

    private final Rows rows;

    CobuildingListRepository(Rows rows) {
        this.rows = rows;
    }

    long insert(NeedRequest need, Desk desk) {
        return rows.sql("""
            insert into cobuild_need (unit_id, title, text, raised_by, raised_on)
            values (:unit, :title, :text, :raisedBy, :raisedOn)\
            """).with("unit", desk.unit().id()).with(need).insert();
    }

    long insert(ResourceRequest resource, Desk desk) {
        return rows.sql("""
            insert into cobuild_resource (unit_id, provider_id, title, text, offered_on)
            values (:community, :provider, :title, :text, :day)\
            """)
                .with("provider", desk.unit().id())
                .with("day", desk.today())
                .with(resource)
                .insert();
    }

    /** Nobody else matches the need until commit; false if there is none in the scope. */
    boolean hold(long need, Scope scope) {
        return rows.sql("""
            select n.id from cobuild_need n join unit u on u.id = n.unit_id and {scope u} where n.id = :id for update\
            """).in(scope).with("id", need).exists();
    }

    /** Who offers a resource. */
    Optional<UnitId> findProvider(long resource, Scope scope) {
        return rows.sql("""
            select r.provider_id from cobuild_resource r join unit u on u.id = r.unit_id and {scope u} where r.id = :id\
            """).in(scope).with("id", resource).find(Long.class).map(UnitId::new);
    }

    /** Where a resident unit may offer something: in the county that it lies in, else below itself. */
    @Unscoped("the county above the caller's own unit, for finding a community in it")
    Scope area(Unit provider) {
        return rows.unscoped("""
            select path from unit where tier = 'COUNTY' and path in (left(:path, 10), left(:path, 15))\
            """)
                .with("path", provider.path())
                .find(String.class)
                .map(Scope::subtree)
                .orElseGet(() -> Scope.subtree(provider.path()));
    }
}
