package cn.dangjian.organization.people.matter;

import static cn.dangjian.organization.people.matter.MatterRefusal.UNKNOWN;

import cn.dangjian.organization.people.matter.ReadReport.Read;
import cn.dangjian.organization.people.matter.Report.Reading;
import cn.dangjian.organization.people.matter.ReportMatters.ReportRequest;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.paging.Page;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Reply;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    record ReadingRequest(
            @NotBlank @Size(max = 200) @Stripped String purpose) {}

    record ContentResponse(long id, UnitId village, String post, int year, String name, String content) {

        static ContentResponse of(Read read) {
            var report = read.report();
            var content = read.content();
            return new ContentResponse(
                    report.id(), report.unitId(), report.post(), report.year(), content.name(), content.content());
        }

        @Override
        public String toString() {
            return "ContentResponse[...]";
        }
    }

    @Operation(summary = "Report personal matters to the township (报告)")
    @Idempotent
    @PostMapping("/v1/units/{id}/personal-matter-reports")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Report> report(@PathVariable UnitId id, @Valid @RequestBody ReportRequest request, Desk desk) {
        return Reply.created(reportMatters.report(id, request, desk));
    }

    @Operation(summary = "That there are reports, the newest first; neither who nor what")
    @GetMapping("/v1/personal-matter-reports")
    Page<Report> reports(Slice slice, Desk desk) {
        var rows = readers.scope(desk).map(scope -> reports.list(slice, scope)).orElse(List.of());
        return slice.newest(rows, Report::id);
    }

    /** Not {@code @Idempotent}: the stored answer would be a copy of the report, and every reading counts anyway. */
    @Operation(summary = "Read a report, for a purpose; that is written down (查阅)")
    @PostMapping("/v1/personal-matter-reports/{id}/readings")
    ResponseEntity<ContentResponse> read(@PathVariable long id, @Valid @RequestBody ReadingRequest request, Desk desk) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(ContentResponse.of(readReport.read(id, request.purpose(), desk)));
    }

    @Operation(summary = "Who has read a report, the newest first")
    @GetMapping("/v1/personal-matter-reports/{id}/readings")
    Page<Reading> readings(@PathVariable long id, Slice slice, Desk desk) {
        var scope = readers.scope(desk).orElseThrow(UNKNOWN);
        var report = reports.find(id, scope).orElseThrow(UNKNOWN);
        return slice.newest(reports.listReadings(report, slice, scope), Reading::id);
    }
}
