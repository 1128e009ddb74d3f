package cn.dangjian.member.care.lost;

import static cn.dangjian.member.care.lost.LostRefusal.UNKNOWN;

import cn.dangjian.member.care.lost.LostCase.State;
import cn.dangjian.member.care.lost.OpenLostCase.LostRequest;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members whom nobody can reach. */
@Tag(name = "lost 失联党员")
@RestController
class LostController {

    private final OpenLostCase openLostCase;
    private final AdvanceLostCase advanceLostCase;
    private final LostRepository lost;
    private final Cases<State, LostStep> cases;

    LostController(OpenLostCase openLostCase, AdvanceLostCase advanceLostCase, LostRepository lost, CaseStore store) {
        this.openLostCase = openLostCase;
        this.advanceLostCase = advanceLostCase;
        this.lost = lost;
        this.cases = store.of(LostStep.KIND);
    }

    record DayRequest(
            @NotNull LocalDate day,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).note(note);
        }
    }

    record ReasonRequest(
            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String note) {

        Said said(Desk desk) {
            return Said.today(desk).note(note);
        }
    }

    record DecisionRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document,

            @Nullable @Size(max = 500) @Stripped(lines = true)
            String note) {

        Said said() {
            return Said.on(day).by(document).note(note);
        }
    }

    /** @param searches what was tried and decided, the oldest first */
    record LostResponse(LostCase lostCase, List<Entry> searches) implements Versioned {

        @Override
        public long version() {
            return lostCase.version();
        }
    }

    @Operation(summary = "Say that a member cannot be reached (上报失联)")
    @Idempotent
    @PostMapping("/v1/members/{id}/lost-cases")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<LostResponse> open(@PathVariable long id, @Valid @RequestBody LostRequest request, Desk desk) {
        return Reply.created(response(openLostCase.open(id, request, desk), desk));
    }

    @Operation(summary = "Write down a search (查找)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/searches")
    ResponseEntity<LostResponse> search(
            @PathVariable long id, Seen seen, @Valid @RequestBody DayRequest request, Desk desk) {
        return advance(id, LostStep.SEARCHED, request.said(), seen, desk);
    }

    @Operation(summary = "Confirm that he is lost (确认失联)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/confirmation")
    ResponseEntity<LostResponse> confirm(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return advance(id, LostStep.CONFIRMED, request.said(), seen, desk);
    }

    @Operation(summary = "Propose to stop his membership (提出停止党籍)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/stop-proposal")
    ResponseEntity<LostResponse> proposeStop(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return advance(id, LostStep.STOP_PROPOSED, request.said(desk), seen, desk);
    }

    @Operation(summary = "Stop his membership (停止党籍)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/stop")
    ResponseEntity<LostResponse> stop(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return advance(id, LostStep.STOPPED, request.said(), seen, desk);
    }

    @Operation(summary = "Propose to remove him (提出除名)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/removal-proposal")
    ResponseEntity<LostResponse> proposeRemoval(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return advance(id, LostStep.REMOVAL_PROPOSED, request.said(desk), seen, desk);
    }

    @Operation(summary = "Remove him (除名)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/removal")
    ResponseEntity<LostResponse> remove(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return advance(id, LostStep.REMOVED, request.said(), seen, desk);
    }

    @Operation(summary = "Deny what was proposed (不予批准)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/denial")
    ResponseEntity<LostResponse> deny(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        var state = lost.find(id, desk.scope()).orElseThrow(UNKNOWN).state();
        var step = state == State.REMOVAL_PROPOSED ? LostStep.REMOVAL_DENIED : LostStep.STOP_DENIED;
        return advance(id, step, request.said(desk), seen, desk);
    }

    @Operation(summary = "Write down that he was found, before his membership was stopped (找回)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/finding")
    ResponseEntity<LostResponse> find(
            @PathVariable long id, Seen seen, @Valid @RequestBody DayRequest request, Desk desk) {
        var state = lost.find(id, desk.scope()).orElseThrow(UNKNOWN).state();
        var step = state == State.SOUGHT ? LostStep.TURNED_UP : LostStep.FOUND;
        return advance(id, step, request.said(), seen, desk);
    }

    @Operation(summary = "Restore his membership, for he was found (恢复党籍)")
    @Idempotent
    @PostMapping("/v1/lost-cases/{id}/restoration")
    ResponseEntity<LostResponse> restore(
            @PathVariable long id, Seen seen, @Valid @RequestBody DecisionRequest request, Desk desk) {
        return advance(id, LostStep.RESTORED, request.said(), seen, desk);
    }

    @Operation(summary = "A search, and what was decided")
    @GetMapping("/v1/lost-cases/{id}")
    ResponseEntity<LostResponse> lostCase(@PathVariable long id, Desk desk) {
        return Reply.ok(response(lost.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "Searches, the newest first; of those whose next step may be proposed today, if asked")
    @GetMapping("/v1/lost-cases")
    Page<LostCase> lostCases(@RequestParam(defaultValue = "false") boolean ripe, Slice slice, Desk desk) {
        return slice.newest(lost.list(ripe, desk.today(), slice, desk.scope()), LostCase::id);
    }

    private ResponseEntity<LostResponse> advance(long id, LostStep step, Said said, Seen seen, Desk desk) {
        return Reply.ok(response(advanceLostCase.advance(id, step, said, seen, desk), desk));
    }

    private LostResponse response(LostCase lostCase, Desk desk) {
        return new LostResponse(lostCase, cases.journal(lostCase.id(), desk.scope()));
    }
}
