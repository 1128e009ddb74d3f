package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What was answered to what issuers dispatched: counted, in the order of the tree, and never ranked. */
@Repository
class RecordQueries {

    private final Rows rows;

    RecordQueries(Rows rows) {
        this.rows = rows;
    }

    /**
     * An issuer's year.
     *
     * @param seconds the median between an answer and its reply; null if none was replied to
     */
    record RecordRow(
            UnitId unit,
            String name,
            long dispatches,
            long addressed,
            long alreadyDone,
            long notApplicable,
            long impossible,
            long duplicate,
            long accepted,
            long refused,
            @Nullable Long seconds,
            String path) {}

    /** Of issuers inside the scope that dispatched anything from one moment to another. */
    List<RecordRow> list(Scope scope, Instant from, Instant to, Slice slice) {
        return rows.sql("""
            select u.id unit, u.name, s.dispatches, s.addressed,
                   coalesce(k.already_done, 0) already_done, coalesce(k.not_applicable, 0) not_applicable,
                   coalesce(k.impossible, 0) impossible, coalesce(k.duplicate, 0) duplicate,
                   coalesce(k.accepted, 0) accepted, coalesce(k.refused, 0) refused, m.seconds, {path u} path
              from (select issuer_id, count(*) dispatches, sum(addressed) addressed
                      from dispatch force index (dispatch_issued)
                     where issued_at between :from and :to group by issuer_id) s
              join unit u on u.id = s.issuer_id and {scope u}
              left join (select d.issuer_id, sum(v.kind = 'ALREADY_DONE') already_done,
                                sum(v.kind = 'NOT_APPLICABLE') not_applicable,
                                sum(v.kind = 'IMPOSSIBLE_BY_THEN') impossible, sum(v.kind = 'DUPLICATE_OF') duplicate,
                                sum(v.state = 'ACCEPTED') accepted, sum(v.state = 'REFUSED') refused
                           from voice v join dispatch d on d.id = v.dispatch_id
                          where d.issued_at between :from and :to group by d.issuer_id) k on k.issuer_id = u.id
              left join (select r.issuer_id, round(avg(r.seconds)) seconds
                           from (select d.issuer_id, timestampdiff(second, v.said_at, v.replied_at) seconds,
                                        row_number() over (partition by d.issuer_id
                                                           order by timestampdiff(second, v.said_at, v.replied_at), v.id)
                                          place,
                                        count(*) over (partition by d.issuer_id) replied
                                   from voice v join dispatch d on d.id = v.dispatch_id
                                  where d.issued_at between :from and :to and v.replied_at is not null) r
                          where r.place between floor((r.replied + 1) / 2) and floor((r.replied + 2) / 2)
                          group by r.issuer_id) m on m.issuer_id = u.id
             where ({path u} > :path or ({path u} = :path and u.id > :id))
             order by {path u}, u.id limit :rows\
            """)
                .in(scope)
                .inTree(slice)
                .with("from", from)
                .with("to", to)
                .list(RecordRow.class);
    }
}
