package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.organization.field.weak.WeakCaseRepository.Standing;
import cn.dangjian.organization.tree.announcement.ToldAgain;
import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house of each step. */
@Component
class CaseBook implements Hanging, ToldAgain {

    private static final int AT_ONCE = 500;
    private static final String SUBJECT = "service:organization";

    private final WeakCaseRepository weak;
    private final Outbox outbox;
    private final Cases<State, Step> cases;

    CaseBook(WeakCaseRepository weak, Outbox outbox, CaseStore store) {
        this.weak = weak;
        this.outbox = outbox;
        this.cases = store.of(Step.KIND);
    }

    /**
     * The data of {@code contracts/events/weak-case-changed.v1}.
     *
     * @param ended whether it has ended with its unit, in the state in which it was
     */
    record WeakCaseChanged(
            long id,
            UnitId unit,
            UnitId county,
            int year,
            State state,
            boolean ended,
            int round,
            List<String> types,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    CaseFile<State> announce(CaseFile<State> file, Desk desk) {
        announce(
                new Standing(file.id(), file.unit().id(), file.state(), false, file.round(), file.version()),
                desk.subject());
        return file;
    }

    @Override
    public void tellAgain() {
        long after = 0;
        var some = weak.listNext(after, AT_ONCE);
        while (!some.isEmpty()) {
            some.forEach(file -> announce(file, SUBJECT));
            after = some.getLast().id();
            some = weak.listNext(after, AT_ONCE);
        }
    }

    private void announce(Standing file, String subject) {
        var known = weak.get(file.id());
        var changed = new WeakCaseChanged(
                file.id(),
                file.unitId(),
                known.county(),
                known.year(),
                file.state(),
                file.ended(),
                file.round(),
                weak.listProblems(file.id()),
                known.periodFrom(),
                known.periodTo());
        outbox.append("organization.weak-case-changed.v1", "case:" + file.id(), file.version(), subject, changed);
    }

    /**
     * 整顿承继: the heir goes on with an open case. If one of its own is open, both are one: that one goes on, with what
     * is weak in both and what is planned, and the other one ends as it stands.
     */
    @Override
    public void unitsEnded(List<Departure> ended) {
        ended.forEach(this::unitEnded);
    }

    private void unitEnded(Departure one) {
        var heir = one.heir();
        var own = heir == null ? Optional.<Long>empty() : weak.findOpen(heir);
        List<Long> ids;
        if (heir != null && own.isEmpty()) {
            ids = cases.handOver(one.unit(), heir, one.reason(), one.subject(), one.at());
        } else if (own.isPresent()) {
            ids = cases.join(one.unit(), own.get(), one.reason(), one.subject(), one.at());
            ids.forEach(joined -> weak.join(joined, own.get()));
        } else {
            ids = cases.end(one.unit(), null, one.reason(), one.subject(), one.at());
        }
        var told = new ArrayList<>(ids);
        if (!ids.isEmpty()) own.ifPresent(told::add);
        weak.listStanding(told).forEach(file -> announce(file, one.subject()));
    }
}
