package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.task.voice.RecordQueries.RecordRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Door of the issuers' records. */
@Tag(name = "voices 反馈")
@RestController
class RecordController {

    private static final long TENTH_OF_A_DAY = 8640;

    private final RecordQueries records;
    private final Days days;

    RecordController(RecordQueries records, Days days) {
        this.records = records;
        this.days = days;
    }

    /**
     * What was answered to what an issuer dispatched in a year.
     *
     * @param addressed assignments of all of them
     * @param answers how many were answered, by kind
     * @param acceptedPercent of those replied to; null if none was
     * @param medianDays from the answer to the reply; null if none was replied to
     */
    record RecordResponse(
            UnitId unit,
            String name,
            int year,
            long dispatches,
            long addressed,
            Answers answers,
            long accepted,
            long refused,
            long open,
            @Nullable Long acceptedPercent,
            @Nullable Double medianDays) {

        static RecordResponse of(RecordRow row, int year) {
            long all = row.alreadyDone() + row.notApplicable() + row.impossible() + row.duplicate();
            long replied = row.accepted() + row.refused();
            var seconds = row.seconds();
            return new RecordResponse(
                    row.unit(),
                    row.name(),
                    year,
                    row.dispatches(),
                    row.addressed(),
                    new Answers(all, row.alreadyDone(), row.notApplicable(), row.impossible(), row.duplicate()),
                    row.accepted(),
                    row.refused(),
                    all - replied,
                    replied == 0 ? null : Math.round(row.accepted() * 100.0 / replied),
                    seconds == null ? null : Math.round((double) seconds / TENTH_OF_A_DAY) / 10.0);
        }
    }

    record Answers(long all, long alreadyDone, long notApplicable, long impossibleByThen, long duplicateOf) {}

    @Operation(
            summary = "派发情况 / What was answered to what units in one's own part of the tree dispatched in a year",
            description = "Counted, in the order of the tree; it is no ranking, and nobody is scored by it.")
    @GetMapping("/v1/voice-records")
    Page<RecordResponse> records(
            @RequestParam @Min(2000) @Max(2100) int year, @Subtree(lines = true) Desk desk, Slice slice) {
        var first = LocalDate.of(year, 1, 1);
        var rows = records.list(
                desk.scope(), days.startOf(first), days.endOf(first.plusYears(1).minusDays(1)), slice);
        return slice.inTree(rows, RecordRow::path, row -> row.unit().value()).map(row -> RecordResponse.of(row, year));
    }
}
