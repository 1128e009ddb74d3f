package cn.dangjian.organization.people.posting;

import static cn.dangjian.organization.people.posting.PostingRefusal.UNKNOWN;

import cn.dangjian.organization.people.posting.ChangePosting.BoundRequest;
import cn.dangjian.organization.people.posting.ChangePosting.EndRequest;
import cn.dangjian.organization.people.posting.PostSecretary.PostingRequest;
import cn.dangjian.organization.people.posting.Posting.Bound;
import cn.dangjian.organization.people.posting.Posting.Party;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.math.BigDecimal;
import java.time.LocalDate;
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

/** First secretaries of villages. */
@Tag(name = "first secretaries 第一书记")
@RestController
class PostingController {

    private final PostSecretary postSecretary;
    private final ChangePosting changePosting;
    private final PostingRepository postings;

    PostingController(PostSecretary postSecretary, ChangePosting changePosting, PostingRepository postings) {
        this.postSecretary = postSecretary;
        this.changePosting = changePosting;
        this.postings = postings;
    }

    /** @param yuan a decimal with two digits; null where no money is bound */
    record BoundResponse(
            String kind, String title, @Nullable String yuan, LocalDate on) {

        static BoundResponse of(Bound bound) {
            var fen = bound.fen();
            String yuan =
                    fen == null ? null : BigDecimal.valueOf(fen, Posting.FEN).toPlainString();
            return new BoundResponse(bound.kind(), bound.title(), yuan, bound.boundOn());
        }
    }

    /** @param threeBound whether projects, money and duties were all bound */
    record PostingResponse(
            Posting posting, Posting.Status status, List<Party> parties, List<BoundResponse> bounds, boolean threeBound)
            implements Versioned {

        @Override
        public long version() {
            return posting.version();
        }
    }

    record ListedResponse(
            long id,
            UnitId village,
            String name,
            String sendingUnit,
            LocalDate from,
            LocalDate until,
            Posting.Status status,
            @Nullable LocalDate endedOn,
            @Nullable String reason) {

        static ListedResponse of(Posting posting, LocalDate today) {
            return new ListedResponse(
                    posting.id(),
                    posting.unitId(),
                    posting.name(),
                    posting.sendingUnit(),
                    posting.fromOn(),
                    posting.untilOn(),
                    posting.status(today),
                    posting.endedOn(),
                    posting.reason());
        }
    }

    @Operation(summary = "Send a first secretary to a village (选派)")
    @Idempotent
    @PostMapping("/v1/units/{id}/first-secretaries")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostingResponse> post(
            @PathVariable UnitId id, @Valid @RequestBody PostingRequest request, Desk desk) {
        return Reply.created(response(postSecretary.post(id, request, desk), desk));
    }

    @Operation(summary = "Write down what the sending unit is bound to (项目、资金、责任)")
    @Idempotent
    @PostMapping("/v1/first-secretaries/{id}/bounds")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<PostingResponse> bind(@PathVariable long id, @Valid @RequestBody BoundRequest request, Desk desk) {
        return Reply.created(response(changePosting.bind(id, request, desk), desk));
    }

    @Operation(summary = "End a posting")
    @Idempotent
    @PostMapping("/v1/first-secretaries/{id}/end")
    ResponseEntity<PostingResponse> end(
            @PathVariable long id, Seen seen, @Valid @RequestBody EndRequest request, Desk desk) {
        return Reply.ok(response(changePosting.end(id, request, seen, desk), desk));
    }

    @Operation(summary = "A first secretary with what is bound")
    @GetMapping("/v1/first-secretaries/{id}")
    ResponseEntity<PostingResponse> posting(@PathVariable long id, @Subtree(lines = true) Desk desk) {
        return Reply.ok(response(postings.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "First secretaries, the newest first")
    @GetMapping("/v1/first-secretaries")
    Page<ListedResponse> postings(Slice slice, @Subtree(lines = true) Desk desk) {
        return slice.newest(postings.list(slice, desk.scope()), Posting::id)
                .map(posting -> ListedResponse.of(posting, desk.today()));
    }

    private PostingResponse response(Posting posting, Desk desk) {
        var bounds = postings.listBounds(posting, desk.scope());
        boolean threeBound = bounds.stream().map(Bound::kind).distinct().count() == 3;
        return new PostingResponse(
                posting,
                posting.status(desk.today()),
                postings.listParties(posting, desk.scope()),
                bounds.stream().map(BoundResponse::of).toList(),
                threeBound);
    }
}
