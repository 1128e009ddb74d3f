package cn.dangjian.organization.field.contact;

import static cn.dangjian.organization.field.contact.ContactRefusal.VISIT_UNKNOWN;

import cn.dangjian.organization.field.contact.ContactVisitRepository.Problem;
import cn.dangjian.organization.field.contact.ContactVisitRepository.Visit;
import cn.dangjian.organization.field.contact.LogVisit.SolutionRequest;
import cn.dangjian.organization.field.contact.LogVisit.VisitRequest;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
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

/** HTTP: the visit log and the problems found. */
@Tag(name = "contact points 联系点")
@RestController
class ContactVisitController {

    private final LogVisit logVisit;
    private final ContactVisitRepository visits;

    ContactVisitController(LogVisit logVisit, ContactVisitRepository visits) {
        this.logVisit = logVisit;
        this.visits = visits;
    }

    record IdResponse(long id) {}

    record DetailResponse(Visit visit, List<Problem> problems) {}

    @Operation(summary = "Write down a visit (走访记录); by the official or the office")
    @Idempotent
    @PostMapping("/v1/contact-visits")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IdResponse> log(@Valid @RequestBody VisitRequest request, Desk desk) {
        return Reply.created(new IdResponse(logVisit.log(request, desk)));
    }

    @Operation(summary = "Say how a problem was solved")
    @Idempotent
    @PostMapping("/v1/contact-visits/{id}/problems/{number}/solution")
    ResponseEntity<IdResponse> solve(
            @PathVariable long id, @PathVariable int number, @Valid @RequestBody SolutionRequest request, Desk desk) {
        logVisit.solve(id, number, request, desk);
        return Reply.ok(new IdResponse(id));
    }

    @Operation(summary = "Visits to units of the subtree, in the order of the tree")
    @GetMapping("/v1/contact-visits")
    Page<Visit> visits(
            @RequestParam(required = false) @Nullable Long leader,
            @RequestParam(defaultValue = "false") boolean unsolved,
            Slice slice,
            @Subtree(lines = true) Scope scope) {
        return slice.inTree(visits.list(leader, unsolved, slice, scope), Visit::path, Visit::id);
    }

    @Operation(summary = "A visit with the problems found")
    @GetMapping("/v1/contact-visits/{id}")
    DetailResponse visit(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var visit = visits.find(id, scope).orElseThrow(VISIT_UNKNOWN);
        return new DetailResponse(visit, visits.listProblems(id));
    }
}
