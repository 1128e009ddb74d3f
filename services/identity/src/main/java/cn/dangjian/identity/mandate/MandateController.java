package cn.dangjian.identity.mandate;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.mandate.MandateQueries.MandateView;
import cn.dangjian.platform.web.caller.AccountId;
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
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** HTTP: mandates, given and held. */
@Tag(name = "mandates 授权")
@RestController
@RequestMapping("/v1")
class MandateController {

    private static final int MANY = 200;

    private final GiveMandate giveMandate;
    private final RevokeMandate revokeMandate;
    private final MandateQueries queries;
    private final Appointments appointments;

    MandateController(
            GiveMandate giveMandate, RevokeMandate revokeMandate, MandateQueries queries, Appointments appointments) {
        this.giveMandate = giveMandate;
        this.revokeMandate = revokeMandate;
        this.queries = queries;
        this.appointments = appointments;
    }

    @Operation(summary = "授权代理 / Let a deputy act for a post")
    @PostMapping("/mandates")
    @Idempotent
    ResponseEntity<?> give(@Valid @RequestBody MandateRequest request, Superior by) {
        return switch (giveMandate.give(request.draft(), by)) {
            case GiveMandate.Outcome.Given(var mandate) ->
                ResponseEntity.status(CREATED).body(MandateResponse.of(mandate));
            case GiveMandate.Outcome.PassedOn() -> problem(FORBIDDEN, "mandate.passed-on");
            case GiveMandate.Outcome.NoSuchPost() -> problem(NOT_FOUND, "appointment.unknown");
            case GiveMandate.Outcome.NotHis() -> problem(CONFLICT, "mandate.not-yours");
            case GiveMandate.Outcome.NoSuchDeputy() -> problem(NOT_FOUND, "account.unknown");
            case GiveMandate.Outcome.Oneself() -> problem(CONFLICT, "mandate.oneself");
            case GiveMandate.Outcome.Beyond() -> problem(UNPROCESSABLE_CONTENT, "mandate.beyond");
            case GiveMandate.Outcome.WrongDays() -> problem(UNPROCESSABLE_CONTENT, "mandate.days");
            case GiveMandate.Outcome.NoGround() -> problem(UNPROCESSABLE_CONTENT, "mandate.no-ground");
            case GiveMandate.Outcome.HeldAlready() -> problem(CONFLICT, "mandate.held");
        };
    }

    @Operation(summary = "撤销授权 / End a mandate before its last day")
    @PostMapping("/mandates/{id}/revocation")
    ResponseEntity<?> revoke(@PathVariable long id, @Valid @RequestBody RevocationRequest request, Superior by) {
        return switch (revokeMandate.revoke(id, request.reason(), by)) {
            case RevokeMandate.Outcome.Revoked() -> ResponseEntity.noContent().build();
            case RevokeMandate.Outcome.NoSuchMandate() -> problem(NOT_FOUND, "mandate.unknown");
            case RevokeMandate.Outcome.NotHis() -> problem(CONFLICT, "mandate.not-yours");
            case RevokeMandate.Outcome.OverAlready() -> problem(CONFLICT, "mandate.over");
        };
    }

    @Operation(summary = "授权名单 / Mandates for posts of one's subtree")
    @GetMapping("/mandates")
    Page<MandateView> list(
            Superior superior,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit) {
        return Page.of(queries.list(superior.scope(), Cursor.parse(cursor, 2), limit + 1), limit, MandateView::cursor);
    }

    @Operation(summary = "本人授权 / Mandates that one holds, and those for one's own posts")
    @GetMapping("/me/mandates")
    Page<MandateView> own(Person person) {
        return new Page<>(queries.listOwn(person.account(), appointments.today(), MANY), null);
    }

    record MandateRequest(
            @Positive long post,
            @NotNull AccountId deputy,
            @NotBlank @Size(max = 32) String duty,
            @NotNull LocalDate from,
            @NotNull LocalDate until,
            @Nullable @Size(max = 200) String document,
            @Nullable @Size(max = 500) String reason) {

        GiveMandate.Draft draft() {
            return new GiveMandate.Draft(post, deputy, duty, from, until, document, reason);
        }
    }

    record RevocationRequest(@NotBlank @Size(max = 200) String reason) {}

    record MandateResponse(
            long id,
            long post,
            AccountId deputy,
            AccountId giver,
            String duty,
            LocalDate from,
            LocalDate until,
            @Nullable String document,
            @Nullable String reason) {

        static MandateResponse of(Mandate mandate) {
            return new MandateResponse(
                    mandate.id(),
                    mandate.post(),
                    mandate.deputy(),
                    mandate.giver(),
                    mandate.duty(),
                    mandate.fromDay(),
                    mandate.untilDay(),
                    mandate.document(),
                    mandate.reason());
        }
    }
}
