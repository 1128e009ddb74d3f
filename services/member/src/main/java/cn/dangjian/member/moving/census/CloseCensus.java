package cn.dangjian.member.moving.census;

import static cn.dangjian.member.moving.census.CensusRefusal.CLOSED;
import static cn.dangjian.member.moving.census.CensusRefusal.NOT_ABOVE;
import static cn.dangjian.member.moving.census.CensusRefusal.NOT_CLOSED;
import static cn.dangjian.member.moving.census.CensusRefusal.PARTS_OPEN;
import static cn.dangjian.member.moving.census.CensusRefusal.RESULTS_OPEN;
import static cn.dangjian.member.moving.census.CensusRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.moving.census.CensusRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 逐级销号: a unit closes when all its members have a result and all units below it have closed; above it is reopened. */
@Service
class CloseCensus {

    private final CensusRepository censuses;
    private final CensusQueries queries;
    private final ClosingTable closings;

    CloseCensus(CensusRepository censuses, CensusQueries queries, ClosingTable closings) {
        this.censuses = censuses;
        this.queries = queries;
        this.closings = closings;
    }

    @Transactional
    Census close(long id, UnitId at, Desk desk) {
        closings.lock(id);
        var unit = unit(id, at, desk);
        CLOSED.when(closings.anyClosed(id, Set.of(at)));
        var scope = desk.scope().below(unit);
        int open = censuses.countOpen(id, scope);
        if (open > 0) throw RESULTS_OPEN.with(String.valueOf(open));
        long parts = queries.listParts(id, unit, scope).stream()
                .filter(part -> !part.unit().equals(at) && !part.closed())
                .count();
        if (parts > 0) throw PARTS_OPEN.with(String.valueOf(parts));

        closings.close(id, at, desk);
        closings.endIfOf(id, at, desk);
        return censuses.find(id, desk.scope()).orElseThrow();
    }

    /** Opens the unit again, and all above it that had closed on its word. */
    @Transactional
    Census reopen(long id, UnitId at, String reason, Desk desk) {
        closings.lock(id);
        var unit = unit(id, at, desk);
        var census = censuses.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_ABOVE.unless(desk.isAbove(unit) || (desk.isOf(at) && census.unit().equals(at)));
        NOT_CLOSED.unless(closings.anyClosed(id, Set.of(at)));

        closings.reopen(id, unit, reason, desk.subject(), desk.now());
        return censuses.find(id, desk.scope()).orElseThrow();
    }

    /** One that the caller sees, of whose members the census asks. */
    private Unit unit(long id, UnitId at, Desk desk) {
        UNKNOWN.when(censuses.find(id, desk.scope()).isEmpty());
        var unit = desk.known(at).orElseThrow(UNIT_UNKNOWN);
        Scope scope = desk.scope().below(unit);
        UNIT_UNKNOWN.unless(censuses.isAsked(id, scope));
        UNIT_UNKNOWN.when(closings.isAbove(id, unit));
        return unit;
    }
}
