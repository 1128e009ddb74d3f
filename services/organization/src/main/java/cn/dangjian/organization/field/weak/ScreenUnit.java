package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.screening.Screenings;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 排查上报: a township proposes a village or branch of its own as weak, for the problems that it found. */
@Service
class ScreenUnit {

    private static final Set<Tier> BASE = Set.of(Tier.VILLAGE, Tier.BRANCH);

    private final Screenings batches;
    private final WeakTypes types;
    private final Directory directory;
    private final CaseBook book;
    private final Days days;

    ScreenUnit(Screenings batches, WeakTypes types, Directory directory, CaseBook book, Days days) {
        this.batches = batches;
        this.types = types;
        this.directory = directory;
        this.book = book;
        this.days = days;
    }

    record Plan(UnitId unit, int year, List<String> types, String note) {}

    @Transactional
    Outcome screen(Plan plan, Caller caller) {
        var here = directory.unitOf(caller);
        var found = directory.find(plan.unit(), Scope.subtree(here.path())).filter(unit -> !unit.isAbolished());
        if (found.isEmpty()) return new Outcome.NoSuchUnit();

        var unit = found.get();
        if (!Step.SCREENED.by().holds(here, unit)) return new Outcome.NotYours();
        if (!BASE.contains(unit.tier())) return new Outcome.NotABase();
        var unknown = types.unknown(plan.types(), days.today());
        if (!unknown.isEmpty()) return new Outcome.NoSuchType(unknown.getFirst());
        return screen(plan, unit, caller);
    }

    private Outcome screen(Plan plan, Unit unit, Caller caller) {
        var batch = batches.above(unit, plan.year());
        if (batch.isEmpty()) return new Outcome.NoScreening(plan.year());
        if (!batch.get().isOpenOn(days.today())) return new Outcome.ScreeningOver(plan.year());
        if (book.holds(batch.get(), unit)) return new Outcome.ThereAlready(unit.name());

        return new Outcome.Screened(book.open(batch.get(), unit, Set.copyOf(plan.types()), plan.note(), caller));
    }

    sealed interface Outcome {
        record Screened(WeakCase weak) implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NotYours() implements Outcome {}

        record NotABase() implements Outcome {}

        record NoSuchType(String type) implements Outcome {}

        record NoScreening(int year) implements Outcome {}

        record ScreeningOver(int year) implements Outcome {}

        record ThereAlready(String name) implements Outcome {}
    }
}
