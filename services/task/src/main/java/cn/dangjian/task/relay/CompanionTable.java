package cn.dangjian.task.relay;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.task.dispatch.DispatchId;
import cn.dangjian.task.dispatch.DispatchTask.Companions;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Table {@code companion}. */
@Repository
class CompanionTable {

    private final Rows rows;

    CompanionTable(Rows rows) {
        this.rows = rows;
    }

    /** Why a unit sees a dispatch that it does not have to do. */
    enum Role {
        /** 协办. */
        COOPERATES,
        /** 抄送. */
        COPIED
    }

    private record Companion(UnitId unit, Role role) {}

    void insert(DispatchId dispatch, Companions companions) {
        insert(dispatch, companions.cooperators(), Role.COOPERATES);
        insert(dispatch, companions.copies(), Role.COPIED);
    }

    private void insert(DispatchId dispatch, List<UnitId> units, Role role) {
        var all = units.stream().map(unit -> new Companion(unit, role)).toList();
        rows.sql("insert into companion (dispatch_id, unit_id, role) values (:dispatch, :unit, :role)")
                .with("dispatch", dispatch)
                .each(all);
    }

    /** A dispatch in which a unit co-operates, or of which it got a copy. */
    record CompanionLine(
            DispatchId dispatch,
            String number,
            UnitId issuer,
            String issuerName,
            String title,
            OffsetDateTime deadline,
            Role role,
            OffsetDateTime issuedAt) {}

    /** Of one unit, the newest first. */
    List<CompanionLine> listOwn(Scope own, Slice slice) {
        return rows.sql("""
            select d.id dispatch, d.number, d.issuer_id issuer, i.name issuer_name, d.title, d.deadline, c.role, d.issued_at
              from unit u
              join companion c on c.unit_id = u.id
              join dispatch d on d.id = c.dispatch_id and d.recalled_with is null
              join unit i on i.id = d.issuer_id
             where {scope u} and d.id < :before
             order by d.id desc limit :rows\
            """).in(own).newest(slice).list(CompanionLine.class);
    }
}
