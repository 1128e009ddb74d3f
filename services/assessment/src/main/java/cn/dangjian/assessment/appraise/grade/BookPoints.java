package cn.dangjian.assessment.appraise.grade;

import static cn.dangjian.assessment.appraise.grade.LevelRefusal.BOOKED_ALREADY;

import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignStep;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.grade.LevelRepository.Graded;
import cn.dangjian.assessment.review.given.BookComposite;
import cn.dangjian.assessment.review.given.BookComposite.Composite;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 计入考核: the composites become points of an indicator of the year's scheme, by which people give points, of all objects
 * that have one; those without stay open there.
 */
@Service
class BookPoints {

    private final CampaignTable campaigns;
    private final LevelRepository levels;
    private final BookComposite bookComposite;
    private final Cases<State, CampaignStep> cases;

    BookPoints(CampaignTable campaigns, LevelRepository levels, BookComposite bookComposite, CaseStore store) {
        this.campaigns = campaigns;
        this.levels = levels;
        this.bookComposite = bookComposite;
        this.cases = store.of(CampaignStep.KIND);
    }

    record PointsRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator) {}

    /** All of the campaign, with and without a composite. */
    @Transactional
    List<Graded> book(long id, PointsRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CampaignStep.BOOKED, Said.today(desk), seen);
        BOOKED_ALREADY.when(levels.isBooked(id));
        var campaign = campaigns.get(id);
        held.take();
        levels.book(id, request.indicator(), desk);
        var graded = levels.list(id);
        for (var one : graded) {
            var points = one.composite();
            if (points == null) continue;
            var composite = new Composite(new UnitId(one.unit()), points, campaign.title());
            bookComposite.book(composite, campaign.year(), request.indicator(), desk);
        }
        return graded;
    }
}
