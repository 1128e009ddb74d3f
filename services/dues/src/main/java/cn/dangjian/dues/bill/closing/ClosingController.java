package cn.dangjian.dues.bill.closing;

import static cn.dangjian.dues.bill.closing.ClosingRefusal.UNIT_UNKNOWN;

import cn.dangjian.dues.bill.closing.CloseMonth.CloseRequest;
import cn.dangjian.dues.bill.closing.CloseMonth.ReopenRequest;
import cn.dangjian.dues.book.period.Closing;
import cn.dangjian.dues.book.period.PeriodTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.idempotency.Idempotent;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Closed months. */
@Tag(name = "closings 结账")
@RestController
class ClosingController {

    private final CloseMonth closeMonth;
    private final PeriodTable periods;

    ClosingController(CloseMonth closeMonth, PeriodTable periods) {
        this.closeMonth = closeMonth;
        this.periods = periods;
    }

    /**
     * @param firstOpen the first day on which anything of the unit may be booked, by what itself and those above it have closed
     * @param closings what the unit has closed itself, the newest first
     */
    record ClosingsView(long unit, String name, LocalDate firstOpen, List<Closing> closings) {}

    @Operation(
            summary = "Close a month for all at and below the caller's unit (结账)",
            description = "From then on nothing is dated into it. What becomes known later is booked in the first open"
                    + " month.")
    @Idempotent
    @PostMapping("/v1/units/{id}/closings")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ClosingsView> close(@PathVariable UnitId id, @Valid @RequestBody CloseRequest request, Desk desk) {
        closeMonth.close(id, request, desk);
        return ResponseEntity.status(HttpStatus.CREATED).body(view(id, desk));
    }

    @Operation(summary = "Reopen the last month that a unit directly below has closed (反结账)")
    @Idempotent
    @PostMapping("/v1/units/{id}/reopenings")
    ResponseEntity<ClosingsView> reopen(@PathVariable UnitId id, @Valid @RequestBody ReopenRequest request, Desk desk) {
        closeMonth.reopen(id, request, desk);
        return ResponseEntity.ok(view(id, desk));
    }

    @Operation(summary = "Which months a unit has closed, and since which day something may be booked there")
    @GetMapping("/v1/units/{id}/closings")
    ClosingsView closings(@PathVariable UnitId id, Desk desk) {
        return view(id, desk);
    }

    private ClosingsView view(UnitId id, Desk desk) {
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        return new ClosingsView(id.value(), unit.name(), periods.seeFirstOpen(unit), periods.list(unit));
    }
}
