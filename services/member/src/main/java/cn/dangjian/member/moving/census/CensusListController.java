package cn.dangjian.member.moving.census;

import static cn.dangjian.member.moving.census.CensusRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.moving.census.CensusRefusal.UNKNOWN;

import cn.dangjian.member.moving.census.Census.Entry;
import cn.dangjian.member.moving.census.Census.Result;
import cn.dangjian.member.moving.census.CensusController.EntryResponse;
import cn.dangjian.member.moving.census.CensusQueries.Part;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Censuses, how far they are, and who was found where. */
@Tag(name = "censuses 大排查")
@RestController
class CensusListController {

    private final CensusRepository censuses;
    private final CensusQueries queries;

    CensusListController(CensusRepository censuses, CensusQueries queries) {
        this.censuses = censuses;
        this.queries = queries;
    }

    /**
     * @param unit of which unit the parts are
     * @param percent of how many of its members it is known where they are
     * @param late whether the deadline is over and it is not closed
     */
    record ProgressResponse(
            Census census, UnitId unit, int members, int open, int percent, boolean late, List<Part> parts) {}

    @Operation(summary = "Censuses, the newest first")
    @GetMapping("/v1/censuses")
    Page<Census> censuses(Slice slice, Desk desk) {
        return slice.newest(censuses.list(slice, desk.scope()), Census::id);
    }

    @Operation(summary = "How far a census is, by child of a unit; of the caller's own, if none is named")
    @GetMapping("/v1/censuses/{id}")
    ProgressResponse census(@PathVariable long id, @RequestParam(required = false) @Nullable UnitId unit, Desk desk) {
        var census = censuses.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var asked = desk.asked(unit).orElseThrow(UNIT_UNKNOWN);
        var parts = queries.listParts(id, asked, desk.scope().below(asked));
        int members = parts.stream().mapToInt(Part::members).sum();
        int open = parts.stream().mapToInt(Part::open).sum();
        return new ProgressResponse(
                census,
                asked.id(),
                members,
                open,
                members == 0 ? 100 : 100 * (members - open) / members,
                census.closedAt() == null && census.deadline().isBefore(desk.today()),
                parts);
    }

    @Operation(summary = "Of whom a census asks; with one result, or with none yet")
    @GetMapping("/v1/censuses/{id}/members")
    Page<EntryResponse> members(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Result result,
            @RequestParam(defaultValue = "false") boolean open,
            Slice slice,
            Desk desk) {
        UNKNOWN.when(censuses.find(id, desk.scope()).isEmpty());
        var entries = censuses.listEntries(id, result, open, slice, desk.scope());
        return slice.newest(entries, Entry::member).map(EntryResponse::of);
    }
}
