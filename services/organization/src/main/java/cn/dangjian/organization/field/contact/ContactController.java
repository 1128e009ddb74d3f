package cn.dangjian.organization.field.contact;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.field.contact.ContactLinkRepository.Filter;
import cn.dangjian.organization.field.contact.ContactLinkRepository.Link;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: officials and their contact points. */
@Tag(name = "contact points 联系点")
@RestController
class ContactController {

    private final LinkLeader linkLeader;
    private final ContactLeaderRepository leaders;
    private final ContactLinkRepository links;
    private final Directory directory;

    ContactController(
            LinkLeader linkLeader, ContactLeaderRepository leaders, ContactLinkRepository links, Directory directory) {
        this.linkLeader = linkLeader;
        this.leaders = leaders;
        this.links = links;
        this.directory = directory;
    }

    record LeaderRequest(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 100) String duty,
            @Nullable @Positive Long account) {}

    record LeaderResponse(long id, UnitId unit, String name, String duty) {}

    record LinkRequest(
            @Positive long leader,
            @NotNull UnitId unit,
            @NotNull Kind kind,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record EndRequest(@NotNull LocalDate day) {}

    record LinkResponse(
            long id,
            long leader,
            String name,
            String duty,
            UnitId office,
            UnitId unit,
            String unitName,
            Kind kind,
            LocalDate from,
            @Nullable LocalDate to,
            long version) {}

    @Operation(summary = "Name an official of the caller's unit who has contact points")
    @Idempotent
    @PostMapping("/v1/contact-leaders")
    ResponseEntity<?> name(@Valid @RequestBody LeaderRequest request, Caller caller) {
        long id = linkLeader.name(request.name().strip(), request.duty().strip(), request.account(), caller);
        return ResponseEntity.status(HttpStatus.CREATED).body(Map.of("id", id));
    }

    @Operation(summary = "The officials of the subtree, in the order of the tree")
    @GetMapping("/v1/contact-leaders")
    Page<LeaderResponse> leaders(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        return Page.of(leaders.list(scope, path, id, limit + 1), limit, leader -> Cursor.of(leader.path(), leader.id()))
                .map(leader -> new LeaderResponse(leader.id(), leader.unitId(), leader.name(), leader.duty()));
    }

    @Operation(summary = "Make a unit below an official's contact point (联点、包片、驻村)")
    @Idempotent
    @PostMapping("/v1/contact-links")
    ResponseEntity<?> link(@Valid @RequestBody LinkRequest request, Caller caller) {
        var plan = new LinkLeader.Plan(request.leader(), request.unit(), request.kind(), request.from(), request.to());
        return answer(HttpStatus.CREATED, linkLeader.link(plan, caller));
    }

    @Operation(summary = "End a contact link; the day is the last one")
    @Idempotent
    @PostMapping("/v1/contact-links/{id}/end")
    ResponseEntity<?> end(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            Caller caller) {
        return answer(HttpStatus.OK, linkLeader.end(id, request.day(), ifMatch, caller));
    }

    @Operation(summary = "Contact points in the subtree, in the order of the tree")
    @GetMapping("/v1/contact-links")
    ResponseEntity<?> links(
            Filter filter,
            @RequestParam(required = false) @Nullable UnitId unit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var found = unit == null ? null : directory.find(unit, scope).orElse(null);
        if (unit != null && found == null) return problem(NOT_FOUND, "unit.unknown");
        var under = found == null ? scope : scope.below(found);
        var last = Cursor.parse(cursor, 2);
        String path = last == null ? "" : last.string(0);
        long id = last == null ? 0 : last.number(1);
        return ResponseEntity.ok(Page.of(
                        links.list(under, filter, path, id, limit + 1),
                        limit,
                        link -> Cursor.of(link.path(), link.id()))
                .map(ContactController::response));
    }

    private static ResponseEntity<?> answer(HttpStatus status, LinkLeader.Outcome outcome) {
        return switch (outcome) {
            case LinkLeader.Outcome.Linked(var link) ->
                ResponseEntity.status(status).body(Map.of("id", link));
            case LinkLeader.Outcome.NoSuchLeader() -> problem(NOT_FOUND, "contact.leader-unknown");
            case LinkLeader.Outcome.NoSuchUnit() -> problem(NOT_FOUND, "unit.unknown");
            case LinkLeader.Outcome.NoSuchLink() -> problem(NOT_FOUND, "contact.link-unknown");
            case LinkLeader.Outcome.NotYours() -> problem(FORBIDDEN, "contact.not-yours");
            case LinkLeader.Outcome.KindUnfit() -> problem(UNPROCESSABLE_CONTENT, "contact.kind-unfit");
            case LinkLeader.Outcome.DaysUnfit() -> problem(UNPROCESSABLE_CONTENT, "contact.days-unfit");
            case LinkLeader.Outcome.LinkedAlready() -> problem(CONFLICT, "contact.linked-already");
        };
    }

    private static LinkResponse response(Link link) {
        return new LinkResponse(
                link.id(),
                link.leader(),
                link.name(),
                link.duty(),
                link.office(),
                link.unit(),
                link.unitName(),
                link.kind(),
                link.fromDay(),
                link.toDay(),
                link.version());
    }
}
