package cn.dangjian.dues.bill.month;

import cn.dangjian.dues.bill.month.BillTable.Missing;
import cn.dangjian.dues.bill.month.RunTable.RunView;
import cn.dangjian.dues.bill.month.RunTable.State;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Cursor;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Having a month billed, and how far that is. */
@Tag(name = "months 按月核算")
@RestController
class MonthController {

    private final AskMonth askMonth;
    private final RunTable runs;
    private final BillTable bills;
    private final Rulebook rulebook;

    MonthController(AskMonth askMonth, RunTable runs, BillTable bills, Rulebook rulebook) {
        this.askMonth = askMonth;
        this.runs = runs;
        this.bills = bills;
        this.rulebook = rulebook;
    }

    /** @param own the members of the unit itself alone, not those below it */
    record AreaView(
            long unit,
            String name,
            boolean own,
            State state,
            int bills,
            Yuan billed,
            @Nullable OffsetDateTime doneAt) {}

    /**
     * @param complete whether all that was asked for is billed
     * @param bills how many members were billed
     */
    record MonthView(YearMonth month, boolean complete, int bills, Yuan billed, List<AreaView> areas) {}

    @Operation(
            summary = "Have a month billed for all at and below the caller's unit (核算应交党费)",
            description = "Answered at once; the month's page says how far it is. Asked again, nothing changes.")
    @Idempotent
    @PostMapping("/v1/months/{month}/bills")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<MonthView> bill(@PathVariable YearMonth month, Desk desk) {
        askMonth.ask(month, desk);
        return ResponseEntity.accepted().body(view(month, desk));
    }

    @Operation(summary = "How far a month is billed at and below the caller's unit")
    @GetMapping("/v1/months/{month}")
    MonthView month(@PathVariable YearMonth month, Desk desk) {
        return view(month, desk);
    }

    @Operation(summary = "Members who owe a month and of whom nobody has recorded on what they pay")
    @GetMapping("/v1/months/{month}/without-base")
    Page<Missing> withoutBase(@PathVariable YearMonth month, Slice slice, Desk desk) {
        var last = Cursor.parse(slice.cursor(), 1);
        var terms = Terms.of(month.atDay(1), desk.unit().path(), rulebook);
        var rows = bills.listMissing(desk.scope(), terms, last == null ? 0 : last.number(0), slice.rows());
        return slice.page(rows, row -> Cursor.of(row.member()));
    }

    private MonthView view(YearMonth month, Desk desk) {
        var areas = runs.list(month.atDay(1), desk.scope());
        return new MonthView(
                month,
                !areas.isEmpty() && areas.stream().allMatch(run -> run.state() == State.DONE),
                areas.stream().mapToInt(RunView::bills).sum(),
                new Yuan(areas.stream().mapToLong(RunView::fen).sum()),
                areas.stream().map(MonthController::area).toList());
    }

    private static AreaView area(RunView run) {
        return new AreaView(
                run.unit(), run.unitName(), run.own(), run.state(), run.bills(), new Yuan(run.fen()), run.doneAt());
    }
}
