package cn.dangjian.member.person.affiliation;

import static cn.dangjian.member.person.affiliation.AffiliationRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.person.affiliation.AffiliationRefusal.UNKNOWN;

import cn.dangjian.member.person.affiliation.Affiliate.AffiliationRequest;
import cn.dangjian.member.person.affiliation.AffiliationRepository.Affiliated;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
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

/** In the work of which units somebody takes part beside his own. */
@Tag(name = "affiliations 参加功能型党组织")
@RestController
class AffiliationController {

    private final Affiliate affiliate;
    private final AffiliationRepository affiliations;
    private final Members members;

    AffiliationController(Affiliate affiliate, AffiliationRepository affiliations, Members members) {
        this.affiliate = affiliate;
        this.affiliations = affiliations;
        this.members = members;
    }

    /** @param on its last day */
    record LastDayRequest(@NotNull LocalDate on) {}

    @Operation(
            summary = "Say that a member takes part in the work of a functional unit, or of another branch (参加)",
            description = "Where he is a member does not change by it, and nobody is counted twice.")
    @Idempotent
    @PostMapping("/v1/members/{id}/affiliations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Affiliation> affiliate(
            @PathVariable long id, @Valid @RequestBody AffiliationRequest request, Desk desk) {
        return Reply.created(affiliate.affiliate(id, request, desk));
    }

    @Operation(summary = "Say on which day that ends, or has ended (退出)")
    @Idempotent
    @PostMapping("/v1/members/{id}/affiliations/{affiliation}/end")
    ResponseEntity<Affiliation> end(
            @PathVariable long id,
            @PathVariable long affiliation,
            @Valid @RequestBody LastDayRequest request,
            Desk desk) {
        return Reply.ok(affiliate.end(id, affiliation, request.on(), desk));
    }

    @Operation(summary = "In the work of which units a member takes part, or took part, the newest first")
    @GetMapping("/v1/members/{id}/affiliations")
    Page<Affiliation> ofMember(@PathVariable long id, Slice slice, Desk desk) {
        UNKNOWN.when(members.find(id, desk.scope()).isEmpty());
        return slice.newest(affiliations.list(id, slice), Affiliation::id);
    }

    @Operation(summary = "Who takes part in the work of a unit on a day; today, if none is named")
    @GetMapping("/v1/units/{id}/affiliates")
    Page<Affiliated> ofUnit(
            @PathVariable UnitId id, @RequestParam(required = false) @Nullable LocalDate on, Slice slice, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var day = on == null ? desk.today() : on;
        return slice.newest(affiliations.listOf(unit, day, slice, desk.scope()), Affiliated::id);
    }
}
