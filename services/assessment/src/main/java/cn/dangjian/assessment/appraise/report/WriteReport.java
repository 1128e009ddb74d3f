package cn.dangjian.assessment.appraise.report;

import static cn.dangjian.assessment.appraise.report.ReportRefusal.NOT_OPEN;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.NOT_OWNER;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.NOT_SELF;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.PROMISE_LEFT;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.PROMISE_OTHER;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.TOO_LATE;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.UNIT_ENDED;
import static cn.dangjian.assessment.appraise.report.ReportRefusal.UNIT_UNKNOWN;
import static java.util.stream.Collectors.toSet;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.assessment.appraise.report.ReportTable.Promise;
import cn.dangjian.assessment.appraise.report.ReportTable.Report;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 述职: an object says itself what it has done, what it has not, and what became of last year's promises. */
@Service
class WriteReport {

    private final CampaignTable campaigns;
    private final ReportTable reports;

    WriteReport(CampaignTable campaigns, ReportTable reports) {
        this.campaigns = campaigns;
        this.reports = reports;
    }

    /** What became of a promise of last year. */
    record KeptRequest(
            @Positive long promise,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String words) {}

    /**
     * A whole report: it says this instead of what it said.
     *
     * @param kept each promise of last year
     * @param promises for the next year
     */
    record ReportRequest(
            @NotBlank @Size(max = 10_000) @Stripped(lines = true)
            String words,

            @NotBlank @Size(max = 4_000) @Stripped(lines = true)
            String problems,

            @NotNull @Size(max = 50) List<@NotNull @Valid KeptRequest> kept,

            @NotNull @Size(max = 50) List<@NotBlank @Size(max = 500) String> promises) {}

    @Transactional
    Appraised write(long appraisedId, ReportRequest request, Seen seen, Desk desk) {
        var appraised = campaigns
                .findAppraised(appraisedId, desk.scope(), Viewer.of(desk))
                .orElseThrow(UNIT_UNKNOWN);
        NOT_SELF.unless(desk.isOf(appraised.unit()));
        var state = campaigns.shareState(appraised.campaign());
        reports.lock(appraisedId);
        seen.require(reports.find(appraisedId).map(Report::version).orElse(0L));
        UNIT_ENDED.unless(appraised.isThere());
        NOT_OPEN.unless(state == State.REPORTING);
        var campaign = campaigns.get(appraised.campaign());
        if (desk.today().isAfter(campaign.reportsUntil())) throw TOO_LATE.with(campaign.reportsUntil());
        var promised = campaigns
                .findBefore(campaign, appraised)
                .map(before -> reports.listPromises(before.id(), appraisedId))
                .orElse(List.of());
        refuseLeft(promised, request.kept());
        reports.save(appraisedId, request, desk);
        return appraised;
    }

    private static void refuseLeft(List<Promise> promised, List<KeptRequest> kept) {
        var said = kept.stream().map(KeptRequest::promise).collect(toSet());
        var left = promised.stream().filter(one -> !said.contains(one.id())).findFirst();
        if (left.isPresent()) throw PROMISE_LEFT.with(left.get().words());
        PROMISE_OTHER.unless(kept.size() == promised.size() && said.size() == kept.size());
    }

    /** 点评: what the owner says to it, from the first report on until all is on file. */
    @Transactional
    Appraised comment(long appraisedId, String words, Desk desk) {
        var appraised = campaigns
                .findAppraised(appraisedId, desk.scope(), Viewer.of(desk))
                .orElseThrow(UNIT_UNKNOWN);
        NOT_OWNER.unless(desk.isOf(campaigns.get(appraised.campaign()).unit()));
        var state = campaigns.shareState(appraised.campaign());
        NOT_OPEN.when(state == State.DRAFTED || state == State.FILED);
        reports.comment(appraisedId, words, desk);
        return appraised;
    }
}
