package cn.dangjian.identity.mandate;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.appointment.Appointments;
import cn.dangjian.identity.mandate.GiveMandate.MandateRequest;
import cn.dangjian.identity.mandate.MandateQueries.MandateView;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<MandateResponse> give(@Valid @RequestBody MandateRequest request, Superior by) {
        return Reply.created(MandateResponse.of(giveMandate.give(request, by)));
    }

    @Operation(summary = "撤销授权 / End a mandate before its last day")
    @PostMapping("/mandates/{id}/revocation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id, @Valid @RequestBody RevocationRequest request, Superior by) {
        revokeMandate.revoke(id, request.reason(), by);
    }

    @Operation(summary = "授权名单 / Mandates for posts of one's subtree")
    @GetMapping("/mandates")
    Page<MandateView> list(Superior superior, Slice slice) {
        return slice.page(
                queries.list(superior.scope(), Cursor.parse(slice.cursor(), 2), slice.rows()), MandateView::cursor);
    }

    @Operation(summary = "本人授权 / Mandates that one holds, and those for one's own posts")
    @GetMapping("/me/mandates")
    Page<MandateView> own(Person person) {
        return new Page<>(queries.listOwn(person.account(), appointments.today(), MANY), null);
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
