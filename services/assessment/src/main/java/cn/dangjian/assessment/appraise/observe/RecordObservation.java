package cn.dangjian.assessment.appraise.observe;

import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.NOT_OPEN;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.NOT_OWNER;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.NOT_VOTER;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.UNIT_ENDED;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.UNKNOWN;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.WITHDRAWN;
import static cn.dangjian.assessment.appraise.observe.ObservationRefusal.WRONG_DAY;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 现场观摩: the owner of a campaign writes down what those who give sheets were shown at an object, before the vote closes;
 * it gives no points by itself.
 */
@Service
class RecordObservation {

    private final CampaignTable campaigns;
    private final ObservationTable observations;

    RecordObservation(CampaignTable campaigns, ObservationTable observations) {
        this.campaigns = campaigns;
        this.observations = observations;
    }

    /**
     * What was seen.
     *
     * @param day on which it was seen
     * @param present the units whose people were there; each may give a named sheet of the object
     */
    record ObservationRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 200) @Stripped String place,

            @NotBlank @Size(max = 4000) @Stripped(lines = true)
            String words,

            @NotEmpty @Size(max = 500) List<@NotNull @Positive Long> present) {}

    @Transactional
    Appraised add(long appraisedId, ObservationRequest request, Desk desk) {
        var appraised = open(appraisedId, desk);
        var campaign = campaigns.get(appraised.campaign());
        UNIT_ENDED.unless(appraised.isThere());
        Traces.refuse(request.place(), request.words());
        refuseDay(request.day(), campaign, desk);
        var other = observations.findOther(campaign.id(), appraisedId, request.present());
        if (other.isPresent()) throw NOT_VOTER.with(String.valueOf(other.get()));
        observations.insert(appraisedId, request, desk);
        return appraised;
    }

    /** What was wrong stays to be read, with the reason; nobody was there any more. */
    @Transactional
    Appraised withdraw(long appraisedId, long id, String reason, Desk desk) {
        var appraised = open(appraisedId, desk);
        var observation = observations.hold(id, appraisedId).orElseThrow(UNKNOWN);
        WITHDRAWN.unless(observation.withdrawnAt() == null);
        observations.withdraw(id, reason, desk);
        return appraised;
    }

    private static void refuseDay(LocalDate day, Campaign campaign, Desk desk) {
        if (day.isBefore(campaign.reportsFrom()) || day.isAfter(desk.today()))
            throw WRONG_DAY.with(campaign.reportsFrom(), desk.today());
    }

    private Appraised open(long appraisedId, Desk desk) {
        var appraised = campaigns
                .findAppraised(appraisedId, desk.scope(), Viewer.of(desk))
                .orElseThrow(UNIT_UNKNOWN);
        NOT_OWNER.unless(desk.isOf(campaigns.get(appraised.campaign()).unit()));
        var state = campaigns.shareState(appraised.campaign());
        NOT_OPEN.unless(state == State.REPORTING || state == State.VOTING);
        return appraised;
    }
}
