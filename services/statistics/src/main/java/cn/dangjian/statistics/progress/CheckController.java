package cn.dangjian.statistics.progress;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.statistics.dispatch.DispatchId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "progress 进度")
@RestController
class CheckController {

    private final Issuers issuers;
    private final CheckQueries queries;
    private final Clock clock;

    CheckController(Issuers issuers, CheckQueries queries, Clock clock) {
        this.issuers = issuers;
        this.queries = queries;
        this.clock = clock;
    }

    /**
     * Whether the totals are the sums of their parts.
     *
     * @param announced how many units task said it addresses
     * @param addressed how many of them have been heard of
     * @param unplaced how many of these are in no total because their unit is not known here yet
     * @param mismatches totals that differ from their parts; normally none
     */
    record CheckResponse(
            DispatchId dispatch,
            Instant asOf,
            long announced,
            long addressed,
            long unplaced,
            List<CheckQueries.Mismatch> mismatches) {}

    /** For the unit that dispatched and those above it. */
    @Operation(
            summary = "Whether the sums of a dispatch are those of its parts; for the unit that dispatched and those"
                    + " above it")
    @GetMapping("/v1/dispatches/{id}/check")
    CheckResponse check(@PathVariable DispatchId id, @Subtree(lines = true) Scope scope) {
        var dispatch = issuers.getDispatch(id, scope);
        ProgressRefusal.UNKNOWN.unless(issuers.isSeen(dispatch, scope));
        var found = queries.getCheck(id);
        return new CheckResponse(
                id, clock.instant(), dispatch.announced(), found.addressed(), found.unplaced(), found.mismatches());
    }
}
