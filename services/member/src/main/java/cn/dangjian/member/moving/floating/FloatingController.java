package cn.dangjian.member.moving.floating;

import static cn.dangjian.member.moving.floating.FloatingRefusal.UNKNOWN;

import cn.dangjian.member.moving.floating.Floating.Clear;
import cn.dangjian.member.moving.floating.Floating.Side;
import cn.dangjian.member.moving.floating.Floating.State;
import cn.dangjian.member.moving.floating.KeepFloating.ContactRequest;
import cn.dangjian.member.moving.floating.ReportFloating.ReportRequest;
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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Members who stay elsewhere, for both ends. */
@Tag(name = "floatings 流动党员")
@RestController
class FloatingController {

    private final ReportFloating reportFloating;
    private final KeepFloating keepFloating;
    private final ReadContact readContact;
    private final FloatingRepository floatings;
    private final Cases<State, FloatingStep> cases;

    FloatingController(
            ReportFloating reportFloating,
            KeepFloating keepFloating,
            ReadContact readContact,
            FloatingRepository floatings,
            CaseStore store) {
        this.reportFloating = reportFloating;
        this.keepFloating = keepFloating;
        this.readContact = readContact;
        this.floatings = floatings;
        this.cases = store.of(FloatingStep.KIND);
    }

    record AcceptanceRequest(@NotNull LocalDate day) {}

    record DeclineRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record ReturnRequest(
            @NotNull LocalDate day,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {}

    record PurposeRequest(
            @NotBlank @Size(max = 180) @Stripped String purpose) {}

    record ContactResponse(String contact) {
        /** Never in a log. */
        @Override
        public String toString() {
            return "ContactResponse[]";
        }
    }

    /**
     * @param turn whose turn it is to speak to him; null when the stay is over
     * @param clear which of the five are clear (五清)
     * @param journal the oldest first; the entry {@code ACCEPTED} is the receipt
     */
    record FloatingResponse(
            Floating floating, @Nullable Side turn, Set<Clear> clear, int percent, boolean late, List<Entry> journal)
            implements Versioned {

        @Override
        public long version() {
            return floating.version();
        }
    }

    @Operation(summary = "Report that a member stays elsewhere (外出报备)")
    @Idempotent
    @PostMapping("/v1/members/{id}/floatings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<FloatingResponse> report(
            @PathVariable long id, @Valid @RequestBody ReportRequest request, Desk desk) {
        return Reply.created(response(reportFloating.report(id, request, desk), desk));
    }

    @Operation(summary = "Take somebody up who stays here; the receipt for the branch of origin (接收)")
    @Idempotent
    @PostMapping("/v1/floatings/{id}/acceptance")
    ResponseEntity<FloatingResponse> accept(
            @PathVariable long id, Seen seen, @Valid @RequestBody AcceptanceRequest request, Desk desk) {
        return Reply.ok(response(keepFloating.accept(id, request.day(), seen, desk), desk));
    }

    @Operation(summary = "Say that he does not stay here (不予接收)")
    @Idempotent
    @PostMapping("/v1/floatings/{id}/refusal")
    ResponseEntity<FloatingResponse> decline(
            @PathVariable long id, Seen seen, @Valid @RequestBody DeclineRequest request, Desk desk) {
        return Reply.ok(response(keepFloating.decline(id, request.reason(), seen, desk), desk));
    }

    @Operation(
            summary = "Write the record anew, from either end",
            description = "The contact stays if it is not named.")
    @Idempotent
    @PutMapping("/v1/floatings/{id}")
    ResponseEntity<FloatingResponse> change(
            @PathVariable long id, Seen seen, @Valid @RequestBody FloatingTexts request, Desk desk) {
        return Reply.ok(response(keepFloating.change(id, request, seen, desk), desk));
    }

    @Operation(summary = "Write down that one end has spoken to him (联系)")
    @Idempotent
    @PostMapping("/v1/floatings/{id}/contacts")
    ResponseEntity<FloatingResponse> contact(
            @PathVariable long id, Seen seen, @Valid @RequestBody ContactRequest request, Desk desk) {
        return Reply.ok(response(keepFloating.contact(id, request, seen, desk), desk));
    }

    @Operation(summary = "Write down that he has come back (返回)")
    @Idempotent
    @PostMapping("/v1/floatings/{id}/return")
    ResponseEntity<FloatingResponse> end(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReturnRequest request, Desk desk) {
        return Reply.ok(response(keepFloating.end(id, request.day(), request.note(), seen, desk), desk));
    }

    @Operation(summary = "See how to reach him, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/floatings/{id}/readings")
    ContactResponse read(@PathVariable long id, @Valid @RequestBody PurposeRequest request, Desk desk) {
        return new ContactResponse(readContact.read(id, request.purpose(), desk));
    }

    @Operation(summary = "Somebody's stay elsewhere, with the contacts of both ends")
    @GetMapping("/v1/floatings/{id}")
    ResponseEntity<FloatingResponse> floating(@PathVariable long id, Desk desk) {
        return Reply.ok(response(floatings.find(id, desk.scope()).orElseThrow(UNKNOWN), desk));
    }

    @Operation(summary = "Stays elsewhere and here, the newest first")
    @GetMapping("/v1/floatings")
    Page<Floating> floatings(
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(defaultValue = "true") boolean open,
            Slice slice,
            Desk desk) {
        return slice.newest(floatings.list(member, open, slice, desk.scope()), Floating::id);
    }

    private FloatingResponse response(Floating floating, Desk desk) {
        return new FloatingResponse(
                floating,
                floating.turn(),
                floating.clear(),
                floating.percent(),
                floating.dueOn() != null && floating.dueOn().isBefore(desk.today()),
                cases.journal(floating.id(), desk.scope()));
    }
}
