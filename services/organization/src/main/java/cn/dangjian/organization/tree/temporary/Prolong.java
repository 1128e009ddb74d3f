package cn.dangjian.organization.tree.temporary;

import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.ENDING;
import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.NOT_DECIDER;
import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.NOT_LATER;
import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.NOT_TEMPORARY;
import static cn.dangjian.organization.tree.temporary.TemporaryRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.organization.tree.rule.Deciders;
import cn.dangjian.organization.tree.temporary.PlannedEndRepository.Temporary;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 延期: whoever decides about a temporary unit lets it go on until a later day; what was planned before is kept. */
@Service
class Prolong {

    private final Tree tree;
    private final Deciders deciders;
    private final PlannedEndRepository ends;

    Prolong(Tree tree, Deciders deciders, PlannedEndRepository ends) {
        this.tree = tree;
        this.deciders = deciders;
        this.ends = ends;
    }

    /** @param document the number of the document (批准文号) */
    record ProlongRequest(
            @NotNull LocalDate until,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 500) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Temporary prolong(UnitId id, ProlongRequest request, Seen seen, Desk desk) {
        tree.lock();
        var unit = desk.known(id).orElseThrow(UNIT_UNKNOWN);
        var temporary = ends.find(id, desk.scope()).orElseThrow(() -> NOT_TEMPORARY.with(unit.name()));
        var decider = deciders.decider(unit.tier(), unit.kind(), unit.code(), desk.today());
        if (desk.isBelow(decider)) throw NOT_DECIDER.with(decider.name());
        seen.require(temporary.version());
        if (ends(temporary)) throw ENDING.with(temporary.name());
        var after = temporary.until().isBefore(desk.today()) ? desk.today() : temporary.until();
        if (!request.until().isAfter(after)) throw NOT_LATER.with(after);

        ends.update(temporary, request.until());
        ends.insert(temporary, request, desk);
        return ends.find(id, desk.scope()).orElseThrow();
    }

    /** Whether it has ended, or it is decided on which day it will. */
    private boolean ends(Temporary temporary) {
        return tree.timelines(List.of(temporary.id())).values().stream()
                .anyMatch(timeline -> !timeline.end().equals(Period.FOREVER));
    }
}
