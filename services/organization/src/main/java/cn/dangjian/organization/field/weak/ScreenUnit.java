package cn.dangjian.organization.field.weak;

import static cn.dangjian.organization.field.weak.Step.LISTED;
import static cn.dangjian.organization.field.weak.Step.SCREENED;
import static cn.dangjian.organization.field.weak.WeakRefusal.NOT_A_BASE;
import static cn.dangjian.organization.field.weak.WeakRefusal.NO_SCREENING;
import static cn.dangjian.organization.field.weak.WeakRefusal.SCREENING_OVER;
import static cn.dangjian.organization.field.weak.WeakRefusal.THERE_ALREADY;
import static cn.dangjian.organization.field.weak.WeakRefusal.TYPE_UNKNOWN;
import static cn.dangjian.organization.field.weak.WeakRefusal.UNIT_UNKNOWN;

import cn.dangjian.organization.field.screening.Screenings;
import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.cases.Said;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 排查上报: a township proposes a village or branch of its own as weak, for the problems that it found; or the county itself
 * takes one up (列入), for which another room gives the reason. Another person of the county confirms it.
 */
@Service
public class ScreenUnit {

    private static final Set<Tier> BASE = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final Screenings batches;
    private final WeakTypes types;
    private final WeakCaseRepository weak;
    private final CaseBook book;
    private final Cases<State, Step> cases;

    ScreenUnit(Screenings batches, WeakTypes types, WeakCaseRepository weak, CaseBook book, CaseStore store) {
        this.batches = batches;
        this.types = types;
        this.weak = weak;
        this.book = book;
        this.cases = store.of(Step.KIND);
    }

    record ScreenRequest(
            @NotNull UnitId unit,
            @Min(2018) @Max(2100) int year,
            @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 24) String> types,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String note) {}

    @Transactional
    CaseFile<State> screen(ScreenRequest request, Desk desk) {
        cases.lock(request.unit());
        var unit = desk.find(request.unit()).orElseThrow(UNIT_UNKNOWN);
        cases.mayOpen(SCREENED, unit, desk);
        NOT_A_BASE.unless(BASE.contains(unit.tier()));
        var unknown = types.unknown(request.types(), desk.today());
        if (!unknown.isEmpty()) throw TYPE_UNKNOWN.with(unknown.getFirst());
        String year = String.valueOf(request.year());
        var batch = batches.above(unit, request.year()).orElseThrow(() -> NO_SCREENING.with(year));
        if (!batch.isOpenOn(desk.today())) throw SCREENING_OVER.with(year);
        if (weak.exists(batch.id(), unit.id())) throw THERE_ALREADY.with(unit.name());

        var opened = cases.open(SCREENED, unit, Said.today(desk).note(request.note()), desk);
        weak.insert(opened.id(), batch.id(), unit.id());
        weak.insertProblems(opened.id(), Set.copyOf(request.types()));
        return book.announce(opened, desk);
    }

    /**
     * Opens a case in this year's screening, also when the days are over in which townships name units. An open case of the
     * unit goes on instead.
     *
     * @param candidate from which it comes
     * @return the case
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long takeUp(Unit unit, long candidate, List<String> found, String note, Desk desk) {
        cases.lock(unit.id());
        cases.mayOpen(LISTED, unit, desk);
        var unknown = types.unknown(found, desk.today());
        if (!unknown.isEmpty()) throw TYPE_UNKNOWN.with(unknown.getFirst());
        var open = weak.findOpen(unit.id());
        if (open.isPresent()) {
            weak.originate(open.get(), candidate);
            return open.get();
        }
        int year = desk.today().getYear();
        var batch = batches.above(unit, year).orElseThrow(() -> NO_SCREENING.with(String.valueOf(year)));
        if (weak.exists(batch.id(), unit.id())) throw THERE_ALREADY.with(unit.name());

        var opened = cases.open(LISTED, unit, Said.today(desk).note(note), desk);
        weak.insert(opened.id(), batch.id(), unit.id());
        weak.insertProblems(opened.id(), Set.copyOf(found));
        weak.originate(opened.id(), candidate);
        book.announce(opened, desk);
        return opened.id();
    }
}
