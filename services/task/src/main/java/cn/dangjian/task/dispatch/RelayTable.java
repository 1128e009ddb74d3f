package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code dispatch} as chains, written by set; whoever calls has found the unit that may. */
@Repository
@Unscoped("chains are followed from a dispatch or an assignment that was found in the caller's scope, or in nobody's"
        + " name")
public class RelayTable {

    private final Rows rows;

    RelayTable(Rows rows) {
        this.rows = rows;
    }

    /** Of a dispatch what a forwarding of it needs. */
    record Above(
            String title, String goal, boolean materialRequired, long issuer, long root, String chain, int depth) {}

    Above findAbove(DispatchId dispatch) {
        return rows.unscoped("""
            select title, goal, material_required, issuer_id issuer, root_id root, chain, depth from dispatch where id = :id\
            """).with("id", dispatch).get(Above.class);
    }

    /** The next numbers of whoever passes assignments on; they are held until the transaction ends. */
    void takeNumbers(Collection<Long> assignments, int year) {
        rows.sql("""
            insert into dispatch_number (issuer_id, year, last)
            select unit_id, :year, count(*) from assignment where id in (:assignments) group by unit_id order by unit_id
            on duplicate key update last = last + values(last)\
            """).with("assignments", assignments).with("year", year).update();
    }

    /**
     * Makes a forwarding of each of these assignments by the standing instruction that waits with it, with the numbers
     * that were taken.
     */
    int passOn(Collection<Long> assignments, int year, Instant now) {
        return rows.sql("""
            insert into dispatch (number, issuer_id, title, text, goal, deadline, material_required, target, hierarchy,
                                  addressed, issued_by, issued_at, version, parent_assignment_id, passed_on, root_id, chain,
                                  depth, mode, early_reason)
            select concat(x.code, '-', :year, '-', if(x.seq < 10000, lpad(x.seq, 4, '0'), x.seq)), x.unit_id, x.title,
                   x.text, x.goal, if(x.early > :now, x.early, x.due), x.material_required, '{}', 'BLOCK', 0, x.set_by, :now,
                   1, x.id, x.id, x.root_id, x.chain, x.depth + 1, 'RELAY', if(x.early > :now and x.early < x.due, x.reason, null)
              from (
                select a.id, a.unit_id, u.code, d.title, s.text, d.goal, d.material_required, s.set_by, d.root_id, d.chain,
                       d.depth, s.reason, greatest(coalesce(a.due_at, d.deadline), d.deadline) due,
                       greatest(coalesce(a.due_at, d.deadline), d.deadline) - interval s.days_early day early,
                       n.last - count(*) over (partition by a.unit_id)
                         + row_number() over (partition by a.unit_id order by a.id) seq
                  from assignment a
                  join to_pass_on q on q.assignment_id = a.id
                  join standing_order s on s.id = q.standing_id
                  join dispatch d on d.id = a.dispatch_id
                  join unit u on u.id = a.unit_id
                  join dispatch_number n on n.issuer_id = a.unit_id and n.year = :year
                 where a.id in (:assignments)) x
             order by x.id\
            """)
                .with("assignments", assignments)
                .with("year", year)
                .with("now", now)
                .update();
    }

    /** The forwardings that were made of these assignments. */
    List<Long> listForwardings(Collection<Long> assignments) {
        return rows.unscoped(
                        "select id from dispatch force index (dispatch_passed_on) where passed_on in (:assignments)")
                .with("assignments", assignments)
                .list(Long.class);
    }

    /** Writes how many units these forwardings address, and their places in the chain. */
    void saveAddressed(Collection<Long> forwardings) {
        rows.sql("""
            update dispatch f
               set f.addressed = (select count(*) from assignment a where a.dispatch_id = f.id),
                   f.chain = concat(f.chain, f.id, '/')
             where f.id in (:forwardings)\
            """).with("forwardings", forwardings).update();
    }

    /** Forwardings that came too late: all units of the next tier have ended. */
    void dropEmpty(Collection<Long> forwardings) {
        rows.sql("delete from dispatch where id in (:forwardings) and addressed = 0")
                .with("forwardings", forwardings)
                .update();
    }

    /** A dispatch of a chain, as it is announced. */
    public record Link(
            DispatchId id,
            String number,
            UnitId issuer,
            String title,
            OffsetDateTime deadline,
            boolean materialRequired,
            Hierarchy hierarchy,
            int addressed,
            long issuedBy,
            OffsetDateTime issuedAt,
            long version,
            @Nullable Long parent,
            long root,
            String chain,
            int depth,
            Line.Mode mode,
            @Nullable String earlyReason,
            @Nullable Long above) {

        /** As it is announced; its text is told to nobody. */
        Dispatch dispatch() {
            return new Dispatch(
                    id,
                    number,
                    issuer,
                    title,
                    "",
                    "",
                    deadline,
                    materialRequired,
                    Target.EMPTY,
                    hierarchy,
                    addressed,
                    new AccountId(issuedBy),
                    issuedAt,
                    version,
                    new Line(parent, new DispatchId(root), chain, depth, mode, early(), Line.Relayed.NOTHING));
        }

        private Line.@Nullable Early early() {
            return earlyReason == null || above == null ? null : new Line.Early(earlyReason, new UnitId(above));
        }

        public String subject() {
            return "account:" + issuedBy;
        }
    }

    private static final String LINK = """
        select id, number, issuer_id issuer, title, deadline, material_required, hierarchy, addressed, issued_by, issued_at,
               version, parent_assignment_id parent, root_id root, chain, depth, mode, early_reason,
               (select p.issuer_id from assignment a join dispatch p on p.id = a.dispatch_id
                 where a.id = dispatch.parent_assignment_id) above
          from dispatch\
        """;

    List<Link> list(Collection<Long> dispatches) {
        return rows.unscoped(LINK + " where id in (:dispatches) order by id")
                .with("dispatches", dispatches)
                .list(Link.class);
    }

    /** A dispatch; nobody takes back, extends or reopens anything of its lineage until the transaction ends. */
    public List<Link> listLocked(DispatchId dispatch) {
        rows.unscoped("""
            select r.id from dispatch d join dispatch r on r.id = d.root_id where d.id = :id\
            """).with("id", dispatch).find(Long.class).ifPresent(root -> rows.unscoped(
                        "select id from dispatch where id = :root for update")
                .with("root", root)
                .lock());
        return rows.unscoped(LINK + " where id = :id for update")
                .with("id", dispatch)
                .list(Link.class);
    }

    /** A dispatch and all below it that are not withdrawn, of one depth. */
    public List<Link> listBelow(Link top, int depth) {
        return rows.unscoped(LINK + """
             where chain between :chain and concat(:chain, '~') and depth = :depth and recalled_with is null
             order by id for update\
            """)
                .with("chain", top.chain())
                .with("depth", depth)
                .list(Link.class);
    }

    /** Those that were withdrawn together with one. */
    public List<Link> listRecalled(DispatchId with) {
        return rows.unscoped(LINK + " where recalled_with = :with order by id for update")
                .with("with", with)
                .list(Link.class);
    }

    public boolean isRecalled(DispatchId dispatch) {
        return rows.unscoped("select 1 from dispatch where id = :id and recalled_with is not null")
                .with("id", dispatch)
                .exists();
    }

    public void recall(Collection<DispatchId> dispatches, DispatchId with) {
        rows.sql("update dispatch set recalled_with = :with, version = version + 1 where id in (:ids)")
                .with("with", with)
                .with("ids", dispatches)
                .update();
    }

    public void restore(DispatchId with) {
        rows.sql("update dispatch set recalled_with = null, version = version + 1 where recalled_with = :with")
                .with("with", with)
                .update();
    }

    public void extend(Collection<DispatchId> dispatches, Instant until) {
        rows.sql("update dispatch set deadline = :until, version = version + 1 where id in (:ids)")
                .with("until", until)
                .with("ids", dispatches)
                .update();
    }

    /** What was broken down of an assignment goes on with another one of the same dispatch. */
    public void join(Collection<Long> assignments) {
        if (assignments.isEmpty()) return;
        rows.sql("""
            update dispatch f join assignment a on a.id = f.parent_assignment_id
               set f.parent_assignment_id = a.joined_to
             where f.parent_assignment_id in (:assignments) and a.joined_to is not null\
            """).with("assignments", assignments).update();
    }
}
