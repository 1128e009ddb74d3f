package cn.dangjian.organization.people.posting;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.OK;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.organization.people.posting.Posting.Bound;
import cn.dangjian.organization.people.posting.Posting.Party;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.version.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
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

/** First secretaries of villages. */
@Tag(name = "first secretaries 第一书记")
@RestController
class PostingController {

    private static final String CODE = "[A-Z][A-Z_]{0,31}";
    private static final int FEN = 2;

    /** More than nothing, two digits after the point at most. */
    private static final String YUAN = "(?!0+(\\.0+)?$)[0-9]{1,12}(\\.[0-9]{1,2})?";

    private final PostSecretary postSecretary;
    private final ChangePosting changePosting;
    private final PostingRepository postings;
    private final Days days;

    PostingController(PostSecretary postSecretary, ChangePosting changePosting, PostingRepository postings, Days days) {
        this.postSecretary = postSecretary;
        this.changePosting = changePosting;
        this.postings = postings;
        this.days = days;
    }

    record PartyRequest(
            @NotNull @Pattern(regexp = CODE) String party,
            @NotBlank @Size(max = 200) String name) {}

    /** @param until the first day after the term */
    record PostingRequest(
            @NotBlank @Size(max = 100) String name,
            @Nullable @Positive Long account,
            @NotBlank @Size(max = 200) String sendingUnit,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @NotBlank @Size(max = 100) String document,
            @NotNull @Size(max = 10) List<@NotNull @Valid PartyRequest> parties) {

        Posting to(UnitId village) {
            return new Posting(
                    0,
                    village,
                    name.strip(),
                    account,
                    sendingUnit.strip(),
                    from,
                    until,
                    null,
                    null,
                    document.strip(),
                    1);
        }
    }

    record BoundRequest(
            @NotNull @Pattern(regexp = CODE) String kind,
            @NotBlank @Size(max = 200) String title,

            @Nullable @Pattern(regexp = YUAN) String yuan,

            @NotNull LocalDate on) {

        Bound bound() {
            return new Bound(
                    kind,
                    title.strip(),
                    yuan == null
                            ? null
                            : new BigDecimal(yuan).movePointRight(FEN).longValueExact(),
                    on);
        }
    }

    record EndRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}

    /** @param yuan a decimal with two digits; null where no money is bound */
    record BoundResponse(
            String kind, String title, @Nullable String yuan, LocalDate on) {

        static BoundResponse of(Bound bound) {
            var fen = bound.fen();
            String yuan = fen == null ? null : BigDecimal.valueOf(fen, FEN).toPlainString();
            return new BoundResponse(bound.kind(), bound.title(), yuan, bound.boundOn());
        }
    }

    /** @param threeBound whether projects, money and duties were all bound */
    record PostingResponse(
            Posting posting,
            Posting.Status status,
            List<Party> parties,
            List<BoundResponse> bounds,
            boolean threeBound) {}

    record ListedResponse(
            long id,
            UnitId village,
            String name,
            String sendingUnit,
            LocalDate from,
            LocalDate until,
            Posting.Status status) {}

    @Operation(summary = "Send a first secretary to a village (选派)")
    @Idempotent
    @PostMapping("/v1/units/{id}/first-secretaries")
    ResponseEntity<?> post(
            @PathVariable UnitId id, @Valid @RequestBody PostingRequest request, Caller caller, @Subtree Scope scope) {
        var parties = request.parties().stream()
                .map(party -> new Party(party.party(), party.name().strip()))
                .toList();
        return switch (postSecretary.post(request.to(id), parties, caller)) {
            case PostSecretary.Outcome.Posted(var posting) -> answer(CREATED, posting, scope);
            case PostSecretary.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "posting.unknown");
            case PostSecretary.Outcome.NotSender() -> problem(FORBIDDEN, "posting.not-sender");
            case PostSecretary.Outcome.TooShort(var least) ->
                problem(UNPROCESSABLE_CONTENT, "posting.too-short", least.toString());
            case PostSecretary.Outcome.PartiesMissing() -> problem(UNPROCESSABLE_CONTENT, "posting.parties-missing");
            case PostSecretary.Outcome.Occupied() -> problem(CONFLICT, "posting.occupied");
        };
    }

    @Operation(summary = "Write down what the sending unit is bound to (项目、资金、责任)")
    @Idempotent
    @PostMapping("/v1/first-secretaries/{id}/bounds")
    ResponseEntity<?> bind(
            @PathVariable long id, @Valid @RequestBody BoundRequest request, Caller caller, @Subtree Scope scope) {
        return answer(CREATED, changePosting.bind(id, request.bound(), caller), scope);
    }

    @Operation(summary = "End a posting")
    @Idempotent
    @PostMapping("/v1/first-secretaries/{id}/end")
    ResponseEntity<?> end(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EndRequest request,
            Caller caller,
            @Subtree Scope scope) {
        var ending = new ChangePosting.Ending(id, request.on(), request.reason().strip(), ifMatch);
        return answer(OK, changePosting.end(ending, caller), scope);
    }

    @Operation(summary = "A first secretary with what is bound")
    @GetMapping("/v1/first-secretaries/{id}")
    ResponseEntity<?> posting(@PathVariable long id, @Subtree(lines = true) Scope scope) {
        var found = postings.find(id, scope);
        return found.isEmpty() ? problem(NOT_FOUND, "posting.unknown") : answer(OK, found.get(), scope);
    }

    @Operation(summary = "First secretaries, the newest first")
    @GetMapping("/v1/first-secretaries")
    Page<ListedResponse> postings(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @Subtree(lines = true) Scope scope) {
        var last = Cursor.parse(cursor, 1);
        long before = last == null ? Long.MAX_VALUE : last.number(0);
        var rows = postings.list(before, limit + 1, scope);
        return Page.of(rows, limit, (Posting posting) -> Cursor.of(posting.id()))
                .map(this::listed);
    }

    private ListedResponse listed(Posting posting) {
        return new ListedResponse(
                posting.id(),
                posting.unitId(),
                posting.name(),
                posting.sendingUnit(),
                posting.fromOn(),
                posting.untilOn(),
                posting.status(days.today()));
    }

    private ResponseEntity<?> answer(HttpStatus status, ChangePosting.Outcome outcome, Scope scope) {
        return switch (outcome) {
            case ChangePosting.Outcome.Changed(var posting) -> answer(status, posting, scope);
            case ChangePosting.Outcome.Unknown() -> problem(NOT_FOUND, "posting.unknown");
            case ChangePosting.Outcome.NotYours() -> problem(FORBIDDEN, "posting.not-yours");
            case ChangePosting.Outcome.NoSuchKind(var kind) ->
                problem(UNPROCESSABLE_CONTENT, "posting.no-such-kind", kind);
            case ChangePosting.Outcome.NoMoney() -> problem(UNPROCESSABLE_CONTENT, "posting.no-money");
            case ChangePosting.Outcome.WrongDay() -> problem(UNPROCESSABLE_CONTENT, "posting.wrong-day");
            case ChangePosting.Outcome.Ended() -> problem(CONFLICT, "posting.ended");
        };
    }

    private ResponseEntity<?> answer(HttpStatus status, Posting posting, Scope scope) {
        var bounds = postings.listBounds(posting, scope);
        boolean threeBound = bounds.stream().map(Bound::kind).distinct().count() == 3;
        var body = new PostingResponse(
                posting,
                posting.status(days.today()),
                postings.listParties(posting, scope),
                bounds.stream().map(BoundResponse::of).toList(),
                threeBound);
        return ResponseEntity.status(status).eTag(ETags.of(posting.version())).body(body);
    }
}
