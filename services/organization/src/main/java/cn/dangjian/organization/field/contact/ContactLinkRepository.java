package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.field.contact.LinkLeader.LinkRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code contact_link}. */
@Repository
class ContactLinkRepository implements Hanging {

    private static final String LINK = """
        select k.id, k.leader_id leader, l.name, l.duty, l.unit_id office, k.unit_id unit, u.name unit_name, k.kind,
               k.from_day `from`, k.to_day `to`, k.version, {path u} path
          from unit u join contact_link k on k.unit_id = u.id and {scope u}
          join contact_leader l on l.id = k.leader_id\
        """;

    private final Rows rows;

    ContactLinkRepository(Rows rows) {
        this.rows = rows;
    }

    /**
     * A contact point.
     *
     * @param office the official's unit
     * @param to the last day; null while it lasts
     */
    record Link(
            long id,
            long leader,
            String name,
            String duty,
            UnitId office,
            UnitId unit,
            String unitName,
            Kind kind,
            LocalDate from,
            @Nullable LocalDate to,
            long version,
            @JsonIgnore String path) {}

    /** What the caller asks for; null where it does not matter. */
    record Filter(
            @Nullable Kind kind,
            @Nullable Long leader,
            @Nullable LocalDate on) {}

    long insert(LinkRequest link) {
        return rows.sql("""
            insert into contact_link (leader_id, unit_id, kind, from_day, to_day, version)
            values (:leader, :unit, :kind, :from, :to, 1)\
            """).with(link).insert();
    }

    Optional<Link> find(long id, Scope scope) {
        return rows.sql(LINK + " where k.id = :id").in(scope).with("id", id).find(Link.class);
    }

    /** Contact points that lie in the scope, in the order of the tree. */
    List<Link> list(Filter filter, Slice slice, Scope scope) {
        return rows.sql(LINK + """
             where ({path u} > :path or {path u} = :path and k.id > :id)
               and (:kind is null or k.kind = :kind) and (:leader is null or k.leader_id = :leader)
               and (:on is null or k.from_day <= :on and (k.to_day is null or k.to_day >= :on))
             order by {path u}, k.id limit :rows\
            """).in(scope).with(filter).inTree(slice).list(Link.class);
    }

    /** Whether the official has the same unit in the same way at the same time; nobody else adds one. */
    @Unscoped("of an official and a unit that were found in the caller's scope")
    boolean overlaps(LinkRequest link) {
        rows.sql("select id from contact_leader where id = :leader for update")
                .with(link)
                .lock();
        return rows.unscoped("""
            select id from contact_link
             where leader_id = :leader and unit_id = :unit and kind = :kind
               and (:to is null or from_day <= :to) and (to_day is null or to_day >= :from) for update\
            """).with(link).exists();
    }

    /** Fails if someone else changed the link since it was read. */
    void end(Link link, LocalDate day) {
        rows.sql("""
            update contact_link set to_day = :day, version = version + 1 where id = :id and version = :version\
            """).with(link).with("day", day).updateOne("Contact link " + link.id());
    }

    /** A contact point goes on at the heir, unless the same official has that one already; or it ends. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            insert into contact_link (leader_id, unit_id, kind, from_day, to_day, version)
            select k.leader_id, d.heir_id, k.kind, greatest(min(k.from_day), d.day),
                   nullif(max(coalesce(k.to_day, date '9999-12-31')), date '9999-12-31'), 1
              from unit_departure d join contact_link k on k.unit_id = d.unit_id
              left join contact_link h on h.unit_id = d.heir_id and h.leader_id = k.leader_id and h.kind = k.kind
               and (h.to_day is null or h.to_day >= greatest(k.from_day, d.day))
               and (k.to_day is null or h.from_day <= k.to_day)
             where d.heir_id is not null and h.id is null
               and (k.to_day is null or k.to_day >= greatest(k.from_day, d.day))
             group by k.leader_id, d.heir_id, k.kind, d.day\
            """).update();
        rows.sql("""
            update contact_link k join unit_departure d on k.unit_id = d.unit_id
               set k.to_day = greatest(k.from_day, d.day) - interval 1 day, k.version = k.version + 1
             where k.to_day is null or k.to_day >= greatest(k.from_day, d.day)\
            """).update();
        rows.sql("""
            update contact_leader l join unit_departure d on l.unit_id = d.unit_id
              join contact_link k on k.leader_id = l.id
               set k.to_day = greatest(k.from_day, d.day) - interval 1 day, k.version = k.version + 1
             where d.heir_id is null and (k.to_day is null or k.to_day >= greatest(k.from_day, d.day))\
            """).update();
    }

    /** An official has contact points below his own office, and none that has left it. */
    @Override
    public void unitsMoved() {
        rows.sql("""
            update contact_link k
              join (select distinct c.id, r.day
                      from unit_removal r
                      straight_join unit u on u.path between r.path and r.path_to
                      straight_join contact_link c force index (contact_link_unit) on c.unit_id = u.id
                      straight_join contact_leader l on l.id = c.leader_id
                      straight_join unit o on o.id = l.unit_id
                     where (c.to_day is null or c.to_day >= greatest(c.from_day, r.day))
                       and left(u.path, length(o.path)) <> o.path) x on x.id = k.id
               set k.to_day = greatest(k.from_day, x.day) - interval 1 day, k.version = k.version + 1\
            """).update();
    }
}
