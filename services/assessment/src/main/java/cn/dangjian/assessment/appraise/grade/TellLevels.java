package cn.dangjian.assessment.appraise.grade;

import cn.dangjian.assessment.again.ToldAgain;
import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.ObjectSet;
import cn.dangjian.assessment.appraise.grade.LevelRepository.Filed;
import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.events.Outbox;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a campaign has graded, when that is put on file, and again when all is told again. */
@Component
class TellLevels implements ToldAgain {

    private static final String TYPE = "assessment.appraisal-graded.v1";
    private static final String SERVICE = "service:assessment";

    private final CampaignTable campaigns;
    private final LevelRepository levels;
    private final Outbox outbox;

    TellLevels(CampaignTable campaigns, LevelRepository levels, Outbox outbox) {
        this.campaigns = campaigns;
        this.levels = levels;
        this.outbox = outbox;
    }

    /**
     * The data of {@code contracts/events/appraisal-graded.v1}.
     *
     * @param filedAt null if that is when it is told
     */
    record AppraisalGraded(
            long appraisal,
            long owner,
            int year,
            ObjectSet objects,
            String document,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant filedAt,

            List<GradedUnit> grades) {}

    record GradedUnit(long unit, Level grade, @Nullable Points composite) {}

    void tell(Campaign campaign, String document, String subject) {
        append(campaign, document, null, subject);
    }

    @Override
    public String what() {
        return "GRADES";
    }

    @Override
    public long tellAgain(long after) {
        var next = levels.findFiled(after);
        next.ifPresent(filed -> append(campaigns.get(filed.id()), filed.document(), filed.at(), SERVICE));
        return next.map(Filed::id).orElse(-1L);
    }

    private void append(Campaign campaign, String document, @Nullable Instant filedAt, String subject) {
        var grades = levels.list(campaign.id()).stream()
                .map(one -> new GradedUnit(
                        one.unit(), one.grade(), one.composite() == null ? null : new Points(one.composite())))
                .toList();
        outbox.append(
                TYPE,
                "appraisal:" + campaign.id(),
                campaign.version(),
                subject,
                new AppraisalGraded(
                        campaign.id(),
                        campaign.unit().value(),
                        campaign.year(),
                        campaign.objects(),
                        document,
                        filedAt,
                        grades));
    }
}
