package cn.dangjian.organization.tree.temporary;

import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Prolongation;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Temporary;
import cn.dangjian.organization.tree.temporary.Prolong.ProlongRequest;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Which temporary units there are, which of them are to be ended, and which go on for longer. */
@Tag(name = "units 组织")
@RestController
class TemporaryController {

    private final PlannedEndRepository ends;
    private final Prolong prolong;
    private final Rulebook rulebook;

    TemporaryController(PlannedEndRepository ends, Prolong prolong, Rulebook rulebook) {
        this.ends = ends;
        this.prolong = prolong;
        this.rulebook = rulebook;
    }

    /** @param alarm null while there is time */
    record TemporaryResponse(
            UnitId id,
            String code,
            String name,
            String kind,
            LocalDate until,
            @Nullable Alarm alarm) {

        static TemporaryResponse of(Temporary unit, LocalDate today, Rules rules) {
            return new TemporaryResponse(
                    unit.id(),
                    unit.code(),
                    unit.name(),
                    unit.kind(),
                    unit.until(),
                    Alarm.of(unit.until(), today, unit.path(), rules));
        }
    }

    /** @param prolongations the newest first */
    record ProlongedResponse(
            TemporaryResponse unit,
            List<Prolongation> prolongations,
            @JsonIgnore long version) implements Versioned {}

    @Operation(summary = "A temporary unit and how often it was prolonged")
    @GetMapping("/v1/temporary-units/{id}")
    ResponseEntity<ProlongedResponse> unit(@PathVariable UnitId id, @Subtree(lines = true) Desk desk) {
        return answer(ends.find(id, desk.scope()).orElseThrow(UNIT_UNKNOWN), desk);
    }

    @Operation(
            summary = "Let a temporary unit go on until a later day (延期)",
            description =
                    "By a unit above it of the tier that decides about it (rules/deciders.csv), with the number of the"
                            + " document; If-Match takes the ETag of GET /v1/temporary-units/{id}.")
    @Idempotent
    @PostMapping("/v1/temporary-units/{id}/prolongations")
    ResponseEntity<ProlongedResponse> prolong(
            @PathVariable UnitId id, Seen seen, @Valid @RequestBody ProlongRequest request, Desk desk) {
        return answer(prolong.prolong(id, request, seen, desk), desk);
    }

    private ResponseEntity<ProlongedResponse> answer(Temporary unit, Desk desk) {
        return Reply.ok(new ProlongedResponse(
                TemporaryResponse.of(unit, desk.today(), rulebook.on(desk.today())),
                ends.listProlongations(unit.id(), desk.scope()),
                unit.version()));
    }

    @Operation(
            summary = "The temporary units (临时党组织) of the caller's subtree, the next to end first, with their alarms")
    @GetMapping("/v1/temporary-units")
    Page<TemporaryResponse> units(Slice slice, @Subtree(lines = true) Desk desk) {
        var last = Cursor.parse(slice.cursor(), 2);
        var after = last == null ? LocalDate.EPOCH : last.day(0);
        var found = ends.list(after, last == null ? 0 : last.number(1), slice.rows(), desk.scope());
        var rules = rulebook.on(desk.today());
        return slice.page(
                        found,
                        unit -> Cursor.of(unit.until().toEpochDay(), unit.id().value()))
                .map(unit -> TemporaryResponse.of(unit, desk.today(), rules));
    }
}
