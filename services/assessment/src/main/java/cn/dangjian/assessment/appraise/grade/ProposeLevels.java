package cn.dangjian.assessment.appraise.grade;

import static cn.dangjian.assessment.appraise.grade.LevelRefusal.COMPOSITE_MISSING;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.ORDER_UNSAID;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.OVER_GOOD;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNITS_MISSING;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNIT_OTHER;
import static cn.dangjian.assessment.appraise.grade.LevelRefusal.UNIT_TWICE;

import cn.dangjian.assessment.appraise.campaign.Appraised;
import cn.dangjian.assessment.appraise.campaign.Campaign;
import cn.dangjian.assessment.appraise.campaign.Campaign.State;
import cn.dangjian.assessment.appraise.campaign.CampaignStep;
import cn.dangjian.assessment.appraise.campaign.CampaignTable;
import cn.dangjian.assessment.appraise.grade.LevelRepository.LevelRow;
import cn.dangjian.assessment.appraise.tally.CountSheets;
import cn.dangjian.assessment.appraise.tally.Tally;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 提出等次: people say what each object is; the quota and the order of the composites are guarded, and nothing follows from them. */
@Service
class ProposeLevels {

    private static final String QUOTA = "assessment.grade.good.most.percent";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final CampaignTable campaigns;
    private final CountSheets countSheets;
    private final LevelRepository levels;
    private final Rulebook rulebook;
    private final Cases<State, CampaignStep> cases;

    ProposeLevels(
            CampaignTable campaigns,
            CountSheets countSheets,
            LevelRepository levels,
            Rulebook rulebook,
            CaseStore store) {
        this.campaigns = campaigns;
        this.countSheets = countSheets;
        this.levels = levels;
        this.rulebook = rulebook;
        this.cases = store.of(CampaignStep.KIND);
    }

    /** @param reason why it is graded better than one that has more, or graded without a composite; null if it is not */
    record LevelRequest(
            @Positive long unit,
            @NotNull Level grade,

            @Nullable @Size(max = 300) @Stripped(lines = true)
            String reason) {}

    record LevelsRequest(
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotEmpty @Size(max = 500) List<@NotNull @Valid LevelRequest> grades) {}

    /** An object with what is proposed for it. */
    private record Proposed(
            Appraised object,
            LevelRequest request,
            @Nullable Integer composite) {

        boolean isUnsaid() {
            return request.reason() == null || request.reason().isEmpty();
        }

        /** Whether the other one has more, and is graded worse. */
        boolean overtakes(Proposed other) {
            return composite != null
                    && other.composite != null
                    && other.composite > composite
                    && request.grade().isBetterThan(other.request.grade());
        }

        LevelRow row() {
            return new LevelRow(object.id(), request.grade(), composite, isUnsaid() ? null : request.reason());
        }
    }

    @Transactional
    Campaign propose(long id, LevelsRequest request, Seen seen, Desk desk) {
        var held =
                cases.hold(id, desk).may(CampaignStep.PROPOSED, Said.today(desk).by(request.document()), seen);
        var campaign = campaigns.get(id);
        var proposed = proposed(request, countSheets.count(campaign));
        refuseOver(campaign, proposed, desk);
        refuseUnsaid(proposed);
        held.take();
        levels.replace(id, proposed.stream().map(Proposed::row).toList());
        return campaigns.get(id);
    }

    /** Each object that is still there, once. */
    private static List<Proposed> proposed(LevelsRequest request, Map<Appraised, Tally> tallies) {
        var objects = new HashMap<Long, Appraised>();
        for (var one : tallies.keySet())
            if (one.isThere()) objects.put(one.unit().value(), one);
        var graded = new HashSet<Long>();
        for (var one : request.grades()) {
            if (!graded.add(one.unit())) throw UNIT_TWICE.with(String.valueOf(one.unit()));
            if (!objects.containsKey(one.unit())) throw UNIT_OTHER.with(String.valueOf(one.unit()));
        }
        var missing = objects.values().stream()
                .filter(one -> !graded.contains(one.unit().value()))
                .toList();
        if (!missing.isEmpty())
            throw UNITS_MISSING.with(missing.size(), missing.getFirst().unitName());
        return request.grades().stream()
                .map(one -> {
                    var object = Objects.requireNonNull(objects.get(one.unit()));
                    return new Proposed(
                            object,
                            one,
                            Objects.requireNonNull(tallies.get(object)).composite());
                })
                .toList();
    }

    /** The campaign's own quota, and the rule's: the smaller one counts. */
    private void refuseOver(Campaign campaign, List<Proposed> proposed, Desk desk) {
        long good = proposed.stream()
                .filter(one -> one.request().grade() == Level.GOOD)
                .count();
        var own = campaign.goodMost();
        if (own != null) refuseOver(good, BigDecimal.valueOf(own), proposed.size(), campaign.title());
        var rules = rulebook.on(desk.today());
        var rule = rules.find(QUOTA, campaign.path());
        if (rule.isPresent()) refuseOver(good, rule.get(), proposed.size(), rules.source(QUOTA, campaign.path()));
    }

    private static void refuseOver(long good, BigDecimal percent, int all, String source) {
        long most = percent.multiply(BigDecimal.valueOf(all))
                .divide(HUNDRED, 0, RoundingMode.FLOOR)
                .longValueExact();
        if (good > most) throw OVER_GOOD.with(good, most, source);
    }

    private static void refuseUnsaid(List<Proposed> proposed) {
        for (var one : proposed) {
            if (!one.isUnsaid()) continue;
            if (one.composite() == null)
                throw COMPOSITE_MISSING.with(one.object().unitName());
            for (var other : proposed)
                if (one.overtakes(other))
                    throw ORDER_UNSAID.with(
                            one.object().unitName(), other.object().unitName());
        }
    }
}
