package cn.dangjian.organization.people.matter;

import static cn.dangjian.platform.web.problem.Problems.problem;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.caller.Caller;
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
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Handing reports in and reading them. */
@Tag(name = "personal matters 个人有关事项")
@RestController
class ReportController {

    private final ReportMatters reportMatters;
    private final ReadReport readReport;
    private final ReportRepository reports;
    private final Readers readers;

    ReportController(ReportMatters reportMatters, ReadReport readReport, ReportRepository reports, Readers readers) {
        this.reportMatters = reportMatters;
        this.readReport = readReport;
        this.reports = reports;
        this.readers = readers;
    }

    record ReportRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,31}") String post,
            @Min(2000) @Max(2999) int year,
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 10_000) String content) {

        @Override
        public String toString() {
            return "ReportRequest[...]";
        }
    }

    record ReadingRequest(@NotBlank @Size(max = 200) String purpose) {}

    record ContentResponse(long id, UnitId village, String post, int year, String name, String content) {

        @Override
        public String toString() {
            return "ContentResponse[...]";
        }
    }

    @Operation(summary = "Report personal matters to the township (报告)")
    @Idempotent
    @PostMapping("/v1/units/{id}/personal-matter-reports")
    ResponseEntity<?> report(@PathVariable UnitId id, @Valid @RequestBody ReportRequest request, Caller caller) {
        var content = new Report.Content(request.name().strip(), request.content());
        var plan = new ReportMatters.Plan(id, request.post(), request.year(), content);
        return switch (reportMatters.report(plan, caller)) {
            case ReportMatters.Outcome.Reported(var report) ->
                ResponseEntity.status(CREATED).body(report);
            case ReportMatters.Outcome.NoSuchVillage() -> problem(NOT_FOUND, "matter.unknown");
            case ReportMatters.Outcome.NotHead() -> problem(UNPROCESSABLE_CONTENT, "matter.not-head");
            case ReportMatters.Outcome.WrongYear() -> problem(UNPROCESSABLE_CONTENT, "matter.wrong-year");
        };
    }

    @Operation(summary = "That there are reports, the newest first; neither who nor what")
    @GetMapping("/v1/personal-matter-reports")
    ResponseEntity<?> reports(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var rows = readers.scope(caller)
                .map(scope -> reports.list(before(cursor), limit + 1, scope))
                .orElse(List.of());
        return ResponseEntity.ok(Page.of(rows, limit, (Report report) -> Cursor.of(report.id())));
    }

    /** Not {@code @Idempotent}: the stored answer would be a copy of the report, and every reading counts anyway. */
    @Operation(summary = "Read a report, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/personal-matter-reports/{id}/readings")
    ResponseEntity<?> read(@PathVariable long id, @Valid @RequestBody ReadingRequest request, Caller caller) {
        return switch (readReport.read(id, request.purpose().strip(), caller)) {
            case ReadReport.Outcome.Read(var report, var content) ->
                ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .body(new ContentResponse(
                                id, report.unitId(), report.post(), report.year(), content.name(), content.content()));
            case ReadReport.Outcome.NoSuchReport() -> problem(NOT_FOUND, "matter.unknown");
        };
    }

    @Operation(summary = "Who has read a report, the newest first")
    @GetMapping("/v1/personal-matter-reports/{id}/readings")
    ResponseEntity<?> readings(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            Caller caller) {
        var scope = readers.scope(caller);
        var report = scope.flatMap(visible -> reports.find(id, visible));
        if (scope.isEmpty() || report.isEmpty()) return problem(NOT_FOUND, "matter.unknown");
        var rows = reports.listReadings(report.get(), before(cursor), limit + 1, scope.get());
        return ResponseEntity.ok(Page.of(rows, limit, (Report.Reading reading) -> Cursor.of(reading.id())));
    }

    private static long before(@Nullable String cursor) {
        var last = Cursor.parse(cursor, 1);
        return last == null ? Long.MAX_VALUE : last.number(0);
    }
}
