package cn.dangjian.organization.register.coverage;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.organization.tree.announcement.Retelling;
import cn.dangjian.organization.tree.announcement.ToldAgain;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 覆盖公布: looks through all places of the register and tells of those whose coverage is another one than was told. Links and
 * states begin and end with days, and rules with them: whoever looks at what there is forgets none of them.
 */
@Service
class TellCoverage implements ToldAgain {

    private static final String TYPE = "organization.coverage-changed.v1";
    private static final int AT_ONCE = 500;

    private final CoverageQueries queries;
    private final CoverageToldTable table;
    private final Rulebook rulebook;
    private final Announcing announcing;
    private final Retelling retelling;

    TellCoverage(CoverageQueries queries, CoverageToldTable table, Rulebook rulebook, Announcing announcing) {
        this.queries = queries;
        this.table = table;
        this.rulebook = rulebook;
        this.announcing = announcing;
        retelling =
                new Retelling(() -> Boolean.TRUE.equals(announcing.transaction().execute(status -> tellSomeAgain())));
    }

    /** In what a telling happens. */
    @Component
    record Announcing(Outbox outbox, TransactionTemplate transaction, Days days) {}

    /** The data of {@code contracts/events/coverage-changed.v1}. */
    record CoverageChanged(long unit, LocalDate asOf, int covered, int shouldBeCovered, int notYet, int notRequired) {

        static CoverageChanged of(CoverageTold told) {
            return new CoverageChanged(
                    told.unitId(),
                    told.asOf(),
                    told.covered(),
                    told.shouldBeCovered(),
                    told.notYet(),
                    told.notRequired());
        }
    }

    @Override
    public void tellAgain() {
        table.markAll();
        retelling.ask();
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAsked() {
        retelling.turn();
    }

    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT2M")
    @SchedulerLock(name = "tell-coverage")
    void tell() {
        retelling.tellMarked();
        long after = 0;
        while (after >= 0) {
            long from = after;
            after = Objects.requireNonNull(announcing.transaction().execute(status -> tellSome(from)));
        }
    }

    private boolean tellSomeAgain() {
        var told = table.takeAgain(AT_ONCE);
        announce(told);
        table.toldAgain(told);
        return !told.isEmpty();
    }

    /** The last place looked at; less than nothing if there was none. */
    private long tellSome(long after) {
        var today = announcing.days().today();
        var units = table.listNext(after, today, AT_ONCE);
        if (units.isEmpty()) return -1;
        var told = table.lock(units).stream().collect(toMap(CoverageTold::unitId, state -> state));
        var news = new ArrayList<CoverageTold>();
        for (var state : states(units, today)) {
            var before = told.get(state.unitId());
            if (before == null || !before.says(state)) news.add(state.next(before == null ? 0 : before.version()));
        }
        table.save(news);
        announce(news);
        return units.getLast();
    }

    private Collection<CoverageTold> states(List<Long> units, LocalDate day) {
        var states = new LinkedHashMap<Long, CoverageTold>();
        for (long unit : units) states.put(unit, new CoverageTold(unit, 0, 0, 0, 0, day, 0));
        var rules = rulebook.on(day);
        for (var held : queries.listHeld(units, day)) {
            var state =
                    CoverageState.of(held.covered(), held.members(), rules.number(CoverageCounter.ENOUGH, held.path()));
            states.compute(held.place(), (place, before) -> Objects.requireNonNull(before)
                    .and(state, held.units()));
        }
        return states.values();
    }

    private void announce(List<CoverageTold> told) {
        announcing
                .outbox()
                .appendAll(told.stream()
                        .map(one -> new Outbox.Entry(
                                TYPE, "coverage:" + one.unitId(), one.version(), null, CoverageChanged.of(one)))
                        .toList());
    }
}
