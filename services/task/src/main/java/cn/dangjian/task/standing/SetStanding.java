package cn.dangjian.task.standing;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.standing.StandingTable.Standing;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 常设指示: a unit says once what it would say each time; whoever sets it is named as who forwards. */
@Service
class SetStanding {

    private final StandingTable standings;
    private final Directory directory;

    SetStanding(StandingTable standings, Directory directory) {
        this.standings = standings;
        this.directory = directory;
    }

    /**
     * @param from whose dispatches are forwarded; null for those of any unit
     * @param daysEarly how many days before its own date; where that would be past already, its own date holds
     */
    record StandingRequest(
            @Nullable UnitId from,

            @NotBlank @Stripped(lines = true) @Size(max = 5000)
            String text,

            @Min(0) @Max(60) int daysEarly,

            @Nullable @Stripped(lines = true) @Size(max = 500)
            String reason) {}

    @Transactional
    Standing set(StandingRequest request, Desk desk) {
        var from = request.from();
        StandingRefusal.NOT_ABOVE.when(from != null && !isAbove(from, desk));
        Traces.refuse(request.text());
        var reason = request.reason();
        StandingRefusal.REASON_MISSING.when(request.daysEarly() > 0 && (reason == null || reason.isBlank()));
        StandingRefusal.ALREADY_SET.when(standings.isSet(desk.unit().id(), from));
        return standings.find(standings.insert(request, desk), desk.scope()).orElseThrow();
    }

    /** Whoever is above may be named; of him nothing is shown. */
    private boolean isAbove(UnitId from, Desk desk) {
        return directory.named(List.of(from.value())).stream()
                .anyMatch(unit -> !desk.isOf(unit.id())
                        && Scope.subtree(unit.path()).contains(desk.unit().path()));
    }

    @Transactional
    Standing end(long id, Desk desk, Seen seen) {
        var standing = standings.find(id, desk.scope()).orElseThrow(StandingRefusal.UNKNOWN);
        StandingRefusal.ENDED.unless(standing.active());
        seen.require(standing.version());
        standings.end(standing, desk);
        return standings.find(id, desk.scope()).orElseThrow();
    }
}
