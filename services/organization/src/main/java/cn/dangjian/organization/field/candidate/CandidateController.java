package cn.dangjian.organization.field.candidate;

import static cn.dangjian.organization.field.candidate.CandidateRefusal.UNKNOWN;

import cn.dangjian.organization.field.candidate.Candidate.State;
import cn.dangjian.organization.field.candidate.DecideCandidate.AcceptRequest;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: whom assessment proposes as weak, and what the county says to that. */
@Tag(name = "weak units 软弱涣散")
@RestController
class CandidateController {

    private final DecideCandidate decideCandidate;
    private final CandidateRepository candidates;
    private final Cases<State, CandidateStep> cases;

    CandidateController(DecideCandidate decideCandidate, CandidateRepository candidates, CaseStore store) {
        this.decideCandidate = decideCandidate;
        this.candidates = candidates;
        this.cases = store.of(CandidateStep.KIND);
    }

    record ReasonRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {}

    /** @param journal the oldest first */
    record CandidateView(@JsonUnwrapped Candidate candidate, List<Entry> journal) implements Versioned {

        @Override
        public long version() {
            return candidate.version();
        }
    }

    @Operation(
            summary = "Take a candidate up as a weak unit (列入)",
            description =
                    "Opens a case in this year's screening, with the candidate as its origin; if one of the unit is"
                            + " open, that one goes on. Another person of the county confirms it.")
    @Idempotent
    @PostMapping("/v1/weak-candidates/{id}/acceptance")
    ResponseEntity<CandidateView> accept(
            @PathVariable long id, Seen seen, @Valid @RequestBody AcceptRequest request, Desk desk) {
        return Reply.ok(view(decideCandidate.accept(id, request, seen, desk), desk));
    }

    @Operation(summary = "Do not take a candidate up, with the reason (不予列入)")
    @Idempotent
    @PostMapping("/v1/weak-candidates/{id}/refusal")
    ResponseEntity<CandidateView> refuse(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReasonRequest request, Desk desk) {
        return Reply.ok(view(decideCandidate.refuse(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "A candidate, with what was said")
    @GetMapping("/v1/weak-candidates/{id}")
    ResponseEntity<CandidateView> candidate(@PathVariable long id, Desk desk) {
        return Reply.ok(view(candidates.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "Units with few stars, of which people decide whether they are weak; the newest first (候选)")
    @GetMapping("/v1/weak-candidates")
    Page<Candidate> candidates(@RequestParam(required = false) @Nullable State state, Slice slice, Desk desk) {
        return slice.newest(candidates.list(state, slice, desk.scope()), Candidate::id);
    }

    private CandidateView view(Candidate candidate, Desk desk) {
        return new CandidateView(candidate, cases.journal(candidate.id(), desk.scope()));
    }
}
