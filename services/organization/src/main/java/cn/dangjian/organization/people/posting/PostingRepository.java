package cn.dangjian.organization.people.posting;

import cn.dangjian.organization.people.posting.ChangePosting.BoundRequest;
import cn.dangjian.organization.people.posting.ChangePosting.EndRequest;
import cn.dangjian.organization.people.posting.PostSecretary.PostingRequest;
import cn.dangjian.organization.people.posting.Posting.Bound;
import cn.dangjian.organization.people.posting.Posting.Party;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** Tables {@code first_secretary}, {@code first_secretary_party} and {@code first_secretary_bound}. */
@Repository
class PostingRepository implements Hanging {

    private static final String POSTING = """
        select p.id, p.unit_id, p.name, p.account_id, p.sending_unit, p.from_on, p.until_on, p.ended_on, p.reason,
               p.document, p.version
          from first_secretary p join unit u on u.id = p.unit_id and {scope u}\
        """;

    private final Rows rows;

    PostingRepository(Rows rows) {
        this.rows = rows;
    }

    /** Lets one transaction at a time post somebody to a village; to be taken as its first statement. */
    void lock(UnitId village) {
        rows.sql("select id from unit where id = :unit for update")
                .with("unit", village)
                .lock();
    }

    Optional<Posting> find(long id, Scope scope) {
        return rows.sql(POSTING + " where p.id = :id").in(scope).with("id", id).find(Posting.class);
    }

    /** Whoever is at a village on a day, or comes later. */
    Optional<Posting> findFrom(UnitId village, LocalDate day, Scope scope) {
        return rows.sql(POSTING + """
             where p.unit_id = :unit and (p.ended_on is null or p.ended_on > :day) order by p.from_on limit 1\
            """)
                .in(scope)
                .with("unit", village)
                .with("day", day)
                .find(Posting.class);
    }

    /** The newest first. */
    List<Posting> list(Slice slice, Scope scope) {
        return rows.sql(POSTING + " where p.id < :before order by p.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .list(Posting.class);
    }

    List<Bound> listBounds(Posting posting, Scope scope) {
        return rows.sql("""
            select b.kind, b.title, b.fen, b.bound_on from first_secretary_bound b
              join first_secretary p on p.id = b.posting_id
              join unit u on u.id = p.unit_id and {scope u}
             where b.posting_id = :id order by b.id\
            """).in(scope).with("id", posting.id()).list(Bound.class);
    }

    List<Party> listParties(Posting posting, Scope scope) {
        return rows.sql("""
            select m.party, m.name from first_secretary_party m
              join first_secretary p on p.id = m.posting_id
              join unit u on u.id = p.unit_id and {scope u}
             where m.posting_id = :id order by m.party\
            """).in(scope).with("id", posting.id()).list(Party.class);
    }

    long insert(UnitId village, PostingRequest posting) {
        long id = rows.sql("""
            insert into first_secretary (unit_id, name, account_id, sending_unit, from_on, until_on, document, version)
            values (:unit, :name, :account, :sendingUnit, :from, :until, :document, 1)\
            """).with("unit", village).with(posting).insert();
        rows.sql("insert into first_secretary_party (posting_id, party, name) values (:id, :party, :name)")
                .with("id", id)
                .each(posting.parties());
        return id;
    }

    void bind(Posting posting, BoundRequest bound, Desk desk) {
        rows.sql("""
            insert into first_secretary_bound (posting_id, kind, title, fen, bound_on, subject, at)
            values (:posting, :kind, :title, :fen, :on, :subject, :at)\
            """)
                .with("posting", posting.id())
                .with(bound)
                .with("fen", bound.fen())
                .by(desk)
                .update();
    }

    /** Fails if someone else changed it since it was read. */
    void end(Posting posting, EndRequest end) {
        rows.sql("""
            update first_secretary set ended_on = :on, reason = :reason, version = version + 1
             where id = :id and version = :version\
            """).with(posting).with(end).updateOne("First secretary " + posting.id());
    }

    /** A posting ends with its village; the reason tells the county why. */
    @Override
    public void unitsEnded(List<Departure> ended) {
        rows.sql("""
            update first_secretary p join unit_departure d on p.unit_id = d.unit_id
               set p.ended_on = greatest(p.from_on, d.day), p.reason = d.reason, p.version = p.version + 1
             where p.ended_on is null or p.ended_on > greatest(p.from_on, d.day)\
            """).update();
    }
}
