package cn.dangjian.organization.field.contact;

import cn.dangjian.organization.field.contact.LinkLeader.LeaderRequest;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Table {@code contact_leader}. */
@Repository
class ContactLeaderRepository implements Hanging {

    private static final String LEADER = """
        select l.id, l.unit_id, {path u} path, l.name, l.duty, l.account_id
          from unit u join contact_leader l on l.unit_id = u.id and {scope u}\
        """;

    private final Rows rows;

    ContactLeaderRepository(Rows rows) {
        this.rows = rows;
    }

    long insert(LeaderRequest leader, Desk desk) {
        return rows.sql("""
            insert into contact_leader (unit_id, name, duty, account_id, subject, at)
            values (:unit, :name, :duty, :account, :subject, :at)\
            """)
                .with("unit", desk.unit().id())
                .with(leader)
                .by(desk)
                .insert();
    }

    Optional<Leader> find(long id, Scope scope) {
        return rows.sql(LEADER + " where l.id = :id").in(scope).with("id", id).find(Leader.class);
    }

    /** Whom the caller may write the log for: the officials of its own unit, and itself wherever its post is. */
    @Unscoped("one's own unit, or one's own row")
    Optional<Leader> findWritable(long id, Desk desk) {
        return rows.unscoped("""
            select l.id, l.unit_id, u.path, l.name, l.duty, l.account_id
              from unit u join contact_leader l on l.unit_id = u.id
             where l.id = :id and (l.unit_id = :unit or l.account_id = :account)\
            """)
                .with("id", id)
                .with("unit", desk.unit().id())
                .with("account", desk.caller().account())
                .find(Leader.class);
    }

    /** Officials in the order of the tree, and in no other. */
    List<Leader> list(Slice slice, Scope scope) {
        return rows.sql(LEADER + """
             where ({path u} > :path or {path u} = :path and l.id > :id) order by {path u}, l.id limit :rows\
            """).in(scope).inTree(slice).list(Leader.class);
    }

    /** Officials of an office that was merged are those of its heir. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update contact_leader l join unit_departure d on l.unit_id = d.unit_id
               set l.unit_id = d.heir_id
             where d.heir_id is not null\
            """).update();
    }
}
