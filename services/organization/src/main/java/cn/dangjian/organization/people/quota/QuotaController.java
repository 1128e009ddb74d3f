package cn.dangjian.organization.people.quota;

import cn.dangjian.organization.people.quota.SetQuota.QuotaRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Setting quotas. */
@Tag(name = "teams 领导班子")
@RestController
class QuotaController {

    private final SetQuota setQuota;

    QuotaController(SetQuota setQuota) {
        this.setQuota = setQuota;
    }

    @Operation(summary = "Set how many seats of a post a unit has (核定职数)")
    @Idempotent
    @PostMapping("/v1/units/{id}/team/quotas")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> quota(@PathVariable UnitId id, @Valid @RequestBody QuotaRequest request, Desk desk) {
        setQuota.set(id, request, desk);
        return ResponseEntity.noContent().build();
    }
}
