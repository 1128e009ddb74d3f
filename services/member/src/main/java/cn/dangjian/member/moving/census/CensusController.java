package cn.dangjian.member.moving.census;

import cn.dangjian.member.moving.census.Census.Entry;
import cn.dangjian.member.moving.census.Census.Result;
import cn.dangjian.member.moving.census.EnterResults.ResultRequest;
import cn.dangjian.member.moving.census.EnterResults.ResultsRequest;
import cn.dangjian.member.moving.census.OpenCensus.CensusRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a census, answering it, and closing it tier by tier. */
@Tag(name = "censuses 大排查")
@RestController
class CensusController {

    private final OpenCensus openCensus;
    private final EnterResults enterResults;
    private final CloseCensus closeCensus;

    CensusController(OpenCensus openCensus, EnterResults enterResults, CloseCensus closeCensus) {
        this.openCensus = openCensus;
        this.enterResults = enterResults;
        this.closeCensus = closeCensus;
    }

    record OneResultRequest(
            @NotNull Result result,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {}

    record ReopeningRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    /** @param proposes the door at which a case may be opened for him; null if the result proposes none */
    record EntryResponse(Entry entry, @Nullable String proposes) {

        static EntryResponse of(Entry entry) {
            boolean lost = entry.result() == Result.LOST;
            return new EntryResponse(entry, lost ? "/v1/members/" + entry.member() + "/lost-cases" : null);
        }
    }

    record ResultsResponse(List<EntryResponse> entries) {}

    @Operation(summary = "Ask of all members of a day below a county or city where they are (部署大排查)")
    @Idempotent
    @PostMapping("/v1/units/{id}/censuses")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Census> open(@PathVariable UnitId id, @Valid @RequestBody CensusRequest request, Desk desk) {
        return Reply.created(openCensus.open(id, request, desk));
    }

    @Operation(summary = "Say of one member where he is; who is lost stays what he is until a case is decided")
    @Idempotent
    @PutMapping("/v1/censuses/{id}/members/{member}")
    ResponseEntity<EntryResponse> enter(
            @PathVariable long id, @PathVariable long member, @Valid @RequestBody OneResultRequest request, Desk desk) {
        var result = new ResultRequest(member, request.result(), request.note());
        return Reply.ok(
                EntryResponse.of(enterResults.enter(id, List.of(result), desk).getFirst()));
    }

    @Operation(summary = "Say of up to 500 members where they are, of all or of none")
    @Idempotent
    @PostMapping("/v1/censuses/{id}/results")
    ResponseEntity<ResultsResponse> enterAll(
            @PathVariable long id, @Valid @RequestBody ResultsRequest request, Desk desk) {
        return Reply.ok(new ResultsResponse(enterResults.enter(id, request.results(), desk).stream()
                .map(EntryResponse::of)
                .toList()));
    }

    @Operation(summary = "Close a unit's part, when all below it have (销号)")
    @Idempotent
    @PostMapping("/v1/censuses/{id}/units/{unit}/closing")
    ResponseEntity<Census> close(@PathVariable long id, @PathVariable UnitId unit, Desk desk) {
        return Reply.ok(closeCensus.close(id, unit, desk));
    }

    @Operation(summary = "Open a unit's part again, and all above it, for a reason")
    @Idempotent
    @PostMapping("/v1/censuses/{id}/units/{unit}/reopening")
    ResponseEntity<Census> reopen(
            @PathVariable long id, @PathVariable UnitId unit, @Valid @RequestBody ReopeningRequest request, Desk desk) {
        return Reply.ok(closeCensus.reopen(id, unit, request.reason(), desk));
    }
}
