package cn.dangjian.assessment.appraise.report;

import static cn.dangjian.assessment.appraise.report.ReportRefusal.UNIT_UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Plan.Mode;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.rectify.ItemView;
import cn.dangjian.assessment.appraise.rectify.RectificationTable;
import cn.dangjian.assessment.appraise.report.ReportTable.Comment;
import cn.dangjian.assessment.appraise.report.ReportTable.Promise;
import cn.dangjian.assessment.appraise.report.ReportTable.Report;
import cn.dangjian.assessment.appraise.report.WriteReport.ReportRequest;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.idempotency.Idempotent;
import cn.dangjian.platform.web.version.Reply;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.platform.web.version.Versioned;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What objects say of their year. */
@Tag(name = "reports 述职报告")
@RestController
class ReportController {

    private final WriteReport writeReport;
    private final ReportTable reports;
    private final CampaignTable campaigns;
    private final RectificationTable rectifications;

    ReportController(
            WriteReport writeReport, ReportTable reports, CampaignTable campaigns, RectificationTable rectifications) {
        this.writeReport = writeReport;
        this.reports = reports;
        this.campaigns = campaigns;
        this.rectifications = rectifications;
    }

    record CommentRequest(
            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    /** @param became what the report says of it; null while it says nothing */
    record PromiseView(long id, String words, @Nullable String became) {

        static PromiseView of(Promise promise) {
            return new PromiseView(promise.id(), promise.words(), promise.became());
        }
    }

    record CommentView(long id, String words, String subject, OffsetDateTime at) {

        static CommentView of(Comment comment) {
            return new CommentView(
                    comment.id(),
                    comment.words(),
                    comment.subject(),
                    comment.at().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * What is still there from the year before.
     *
     * @param rectifications of its list, with where the task of each item stands
     */
    record LastYearView(long appraisal, List<PromiseView> promises, List<ItemView> rectifications) {}

    /**
     * A report.
     *
     * @param words null until it is written
     * @param lastYear null if there was no campaign before
     * @param promises for the next year
     */
    record ReportView(
            long id,
            long appraisal,
            long unit,
            String name,
            Mode mode,
            @Nullable String words,
            @Nullable String problems,
            @Nullable LastYearView lastYear,
            List<String> promises,
            List<CommentView> comments,
            long version)
            implements Versioned {}

    @Operation(
            summary = "Write the report of one's own unit (述职报告)",
            description = "As a whole: with what became of each promise of last year, and with new ones.")
    @Idempotent
    @PutMapping("/v1/appraised-units/{id}/report")
    ResponseEntity<ReportView> write(
            @PathVariable long id, Seen seen, @Valid @RequestBody ReportRequest request, Desk desk) {
        return Reply.ok(view(writeReport.write(id, request, seen, desk)));
    }

    @Operation(summary = "Comment on a report, as the owner of the campaign (点评)")
    @Idempotent
    @PostMapping("/v1/appraised-units/{id}/comments")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReportView> comment(@PathVariable long id, @Valid @RequestBody CommentRequest request, Desk desk) {
        return Reply.created(view(writeReport.comment(id, request.words(), desk)));
    }

    @Operation(summary = "A report, with last year's promises and rectifications; for whoever takes part")
    @GetMapping("/v1/appraised-units/{id}/report")
    ResponseEntity<ReportView> report(@PathVariable long id, Desk desk) {
        return Reply.ok(
                view(campaigns.findAppraised(id, desk.scope(), Viewer.of(desk)).orElseThrow(UNIT_UNKNOWN)));
    }

    private ReportView view(Appraised one) {
        var report = reports.find(one.id());
        var before = campaigns.findBefore(campaigns.get(one.campaign()), one);
        return new ReportView(
                one.id(),
                one.campaign(),
                one.unit().value(),
                one.unitName(),
                one.mode(),
                report.map(Report::words).orElse(null),
                report.map(Report::problems).orElse(null),
                before.map(earlier -> lastYear(earlier, one)).orElse(null),
                reports.listPromises(one.id(), one.id()).stream()
                        .map(Promise::words)
                        .toList(),
                reports.listComments(one.id()).stream().map(CommentView::of).toList(),
                report.map(Report::version).orElse(0L));
    }

    private LastYearView lastYear(Appraised before, Appraised now) {
        return new LastYearView(
                before.campaign(),
                reports.listPromises(before.id(), now.id()).stream()
                        .map(PromiseView::of)
                        .toList(),
                rectifications.listPublished(before).stream().map(ItemView::of).toList());
    }
}
