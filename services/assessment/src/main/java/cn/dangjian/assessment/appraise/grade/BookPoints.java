package cn.dangjian.assessment.appraise.grade;

import static cn.dangjian.assessment.appraise.grade.LevelRefusal.BOOKED_ALREADY;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNIT_OTHER;

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
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 计入考核: the composites become points of an indicator of the year's scheme, by which people give points, of all objects
 * that have one; those without, and those that are left out, stay open there.
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

    /** @param without objects that are left out, as when they are scored by somebody else's scheme; none if it is null */
    record PointsRequest(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String indicator,

            @Nullable @Size(max = 500) List<@NotNull Long> without) {

        List<Long> left() {
            return Objects.requireNonNullElse(without, List.of());
        }

        /** Whether points of it become points of the indicator. */
        boolean takes(Graded graded) {
            return graded.composite() != null && !left().contains(graded.unit());
        }
    }

    /** All of the campaign, with and without a composite. */
    @Transactional
    List<Graded> book(long id, PointsRequest request, Seen seen, Desk desk) {
        var held = cases.hold(id, desk).may(CampaignStep.BOOKED, Said.today(desk), seen);
        BOOKED_ALREADY.when(levels.isBooked(id));
        var campaign = campaigns.get(id);
        held.take();
        levels.book(id, request.indicator(), desk);
        var graded = levels.list(id);
        for (long unit : request.left())
            if (graded.stream().noneMatch(one -> one.unit() == unit)) throw UNIT_OTHER.with(String.valueOf(unit));
        var composites = graded.stream()
                .filter(request::takes)
                .map(one -> new Composite(
                        new UnitId(one.unit()), Objects.requireNonNull(one.composite()), campaign.title()))
                .toList();
        bookComposite.book(composites, campaign.year(), request.indicator(), desk);
        return graded;
    }
}
