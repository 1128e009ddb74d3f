package cn.dangjian.organization.field.cobuilding;

import cn.dangjian.organization.field.cobuilding.ProposeEntry.NeedRequest;
import cn.dangjian.organization.field.cobuilding.ProposeEntry.ResourceRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code cobuild_need} and {@code cobuild_resource}: rows are added, never changed. */
@Repository
class CobuildingListRepository implements Hanging {

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

    /** What nobody meets yet, and what is offered, goes on with the heir of the one whose it is; the rest is history. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update cobuild_need n join unit_departure d on n.unit_id = d.unit_id
              left join cobuild_project p on p.need_id = n.id
              left join case_file f on f.kind = 'cobuilding-projects' and f.id = p.id
               set n.unit_id = d.heir_id
             where d.heir_id is not null and (f.id is null or f.closed_at is null)\
            """).update();
        rows.sql("""
            update cobuild_resource r join unit_departure d on r.unit_id = d.unit_id
               set r.unit_id = d.heir_id where d.heir_id is not null\
            """).update();
        rows.sql("""
            update cobuild_resource r join unit_departure d on r.provider_id = d.unit_id
               set r.provider_id = d.heir_id where d.heir_id is not null\
            """).update();
    }
}
