package cn.dangjian.organization.people.filing;

import static cn.dangjian.organization.people.filing.FilingRefusal.UNKNOWN;

import cn.dangjian.organization.people.filing.DecideFiling.ReviewRequest;
import cn.dangjian.organization.people.filing.Filing.Review;
import cn.dangjian.organization.people.filing.Filing.State;
import cn.dangjian.organization.people.filing.FilingRepository.Listed;
import cn.dangjian.organization.people.filing.ProposeSecretary.ProposalRequest;
import cn.dangjian.organization.tree.rule.Departments;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Entry;
import cn.dangjian.platform.directory.UnitId;
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
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Proposing village secretaries, and the county's file. */
@Tag(name = "filings 备案")
@RestController
class FilingController {

    private final ProposeSecretary proposeSecretary;
    private final DecideFiling decideFiling;
    private final FilingRepository filings;
    private final Departments departments;
    private final Cases<State, FilingStep> cases;

    FilingController(
            ProposeSecretary proposeSecretary,
            DecideFiling decideFiling,
            FilingRepository filings,
            Departments departments,
            CaseStore store) {
        this.proposeSecretary = proposeSecretary;
        this.decideFiling = decideFiling;
        this.filings = filings;
        this.departments = departments;
        this.cases = store.of(FilingStep.KIND);
    }

    record FileRequest(@NotBlank @Size(max = 100) @Stripped String document) {}

    record WithdrawRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    /** What happened to a filing. */
    record Change(String what, @Nullable String detail, String subject, OffsetDateTime at) {

        static Change of(Entry entry) {
            var detail = entry.document() == null ? entry.note() : entry.document();
            return new Change(entry.step(), detail, entry.subject(), entry.at());
        }
    }

    record FilingResponse(
            long id,
            UnitId village,
            String name,
            @Nullable Long account,
            State state,
            @Nullable OffsetDateTime filedAt,
            List<Review> reviews,
            List<Change> changes,
            long version)
            implements Versioned {}

    @Operation(summary = "Propose a village's secretary (提名)")
    @Idempotent
    @PostMapping("/v1/units/{id}/filings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FilingResponse> propose(
            @PathVariable UnitId id, @Valid @RequestBody ProposalRequest request, Desk desk) {
        return Reply.created(response(proposeSecretary.propose(id, request, desk), desk));
    }

    @Operation(summary = "Write down what a department said (联审)")
    @Idempotent
    @PostMapping("/v1/filings/{id}/reviews")
    ResponseEntity<FilingResponse> review(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReviewRequest request, Desk desk) {
        return Reply.ok(response(decideFiling.review(id, request, seen, desk), desk));
    }

    @Operation(summary = "Put the secretary on file (备案)")
    @Idempotent
    @PostMapping("/v1/filings/{id}/file")
    ResponseEntity<FilingResponse> file(
            @PathVariable long id, Seen seen, @Valid @RequestBody FileRequest request, Desk desk) {
        return Reply.ok(response(decideFiling.file(id, request.document(), seen, desk), desk));
    }

    @Operation(summary = "Take a proposal back")
    @Idempotent
    @PostMapping("/v1/filings/{id}/withdrawal")
    ResponseEntity<FilingResponse> withdraw(
            @PathVariable long id, Seen seen, @Valid @RequestBody WithdrawRequest request, Desk desk) {
        return Reply.ok(response(decideFiling.withdraw(id, request.reason(), seen, desk), desk));
    }

    @Operation(summary = "A filing with its reviews and its change log")
    @GetMapping("/v1/filings/{id}")
    ResponseEntity<FilingResponse> filing(@PathVariable long id, Desk desk) {
        return Reply.ok(response(filings.find(id, cases.scope(desk)).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "Filings, the newest first")
    @GetMapping("/v1/filings")
    Page<Listed> filings(Slice slice, Desk desk) {
        return slice.newest(filings.list(slice, cases.scope(desk)), Listed::id);
    }

    private FilingResponse response(Filing filing, Desk desk) {
        var reviews = filings.listReviews(filing.id(), desk.scope());
        return new FilingResponse(
                filing.id(),
                filing.village(),
                filing.name(),
                filing.account(),
                filing.state(reviews, departments.required()),
                filing.filedAt(),
                reviews,
                cases.journal(filing.id(), desk.scope()).stream()
                        .map(Change::of)
                        .toList(),
                filing.version());
    }
}
