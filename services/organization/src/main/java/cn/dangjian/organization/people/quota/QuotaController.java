package cn.dangjian.organization.people.quota;

import cn.dangjian.organization.people.quota.QuotaRepository.Quota;
import cn.dangjian.organization.people.term.Refusals;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Setting quotas. */
@Tag(name = "teams 领导班子")
@RestController
class QuotaController {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    private final SetQuota setQuota;

    QuotaController(SetQuota setQuota) {
        this.setQuota = setQuota;
    }

    record QuotaRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @NotNull LocalDate since,
            @Min(0) @Max(99) int quota,
            @NotBlank @Size(max = 100) String document) {}

    @Operation(summary = "Set how many seats of a post a unit has (核定职数)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/quotas")
    ResponseEntity<?> quota(@PathVariable UnitId id, @Valid @RequestBody QuotaRequest request, Caller caller) {
        var quota = new Quota(id, request.post(), request.since(), request.quota());
        return switch (setQuota.set(quota, request.document().strip(), caller)) {
            case SetQuota.Outcome.Done() -> ResponseEntity.noContent().build();
            case SetQuota.Outcome.Refused(var why) -> Refusals.answer(why);
        };
    }
}
