package cn.dangjian.assessment.appraise.rectify;

import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.COMMENT_OTHER;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.DUE_PAST;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.LISTED_ALREADY;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.NOT_OPENED;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.NOT_OWNER;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNIT_ENDED;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNIT_UNKNOWN;
import static cn.dangjian.assessment.appraise.rectify.RectifyRefusal.UNKNOWN;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.campaign.Viewer;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 列入清单: the owner writes down what an object is to put right, how and until when; nobody is told before it is published. */
@Service
class AddItem {

    private final CampaignTable campaigns;
    private final RectificationTable items;

    AddItem(CampaignTable campaigns, RectificationTable items) {
        this.campaigns = campaigns;
        this.items = items;
    }

    /** @param comment the comment that it comes from; null if from none */
    record ItemRequest(
            @Nullable @Positive Long comment,

            @NotBlank @Size(max = 150) @Stripped(lines = true)
            String problem,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String measure,

            @NotNull LocalDate due) {}

    @Transactional
    Appraised add(long appraisedId, ItemRequest request, Desk desk) {
        var appraised = owned(appraisedId, desk);
        UNIT_ENDED.unless(appraised.isThere());
        NOT_OPENED.when(campaigns.shareState(appraised.campaign()) == State.DRAFTED);
        // what is wrong may well be that somebody demands photos; what is to be done about it may not
        Traces.refuse(request.measure());
        if (!request.due().isAfter(desk.today())) throw DUE_PAST.with(request.problem());
        var comment = request.comment();
        COMMENT_OTHER.when(comment != null && !items.isCommentOf(comment, appraisedId));
        items.insert(appraisedId, request, desk);
        return appraised;
    }

    @Transactional
    Appraised withdraw(long id, Desk desk) {
        var item = items.find(id).orElseThrow(UNKNOWN);
        var appraised = campaigns
                .findAppraised(item.appraisedId(), desk.scope(), Viewer.of(desk))
                .orElseThrow(UNKNOWN);
        NOT_OWNER.unless(desk.isOf(campaigns.get(appraised.campaign()).unit()));
        LISTED_ALREADY.unless(items.withdraw(id));
        return appraised;
    }

    Appraised owned(long appraisedId, Desk desk) {
        var appraised = campaigns
                .findAppraised(appraisedId, desk.scope(), Viewer.of(desk))
                .orElseThrow(UNIT_UNKNOWN);
        NOT_OWNER.unless(desk.isOf(campaigns.get(appraised.campaign()).unit()));
        return appraised;
    }
}
