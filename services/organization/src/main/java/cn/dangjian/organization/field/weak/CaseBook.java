package cn.dangjian.organization.field.weak;

import cn.dangjian.organization.field.weak.WeakCase.State;
import cn.dangjian.platform.cases.CaseFile;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house of each step. */
@Component
class CaseBook {

    private final WeakCaseRepository weak;
    private final Outbox outbox;

    CaseBook(WeakCaseRepository weak, Outbox outbox) {
        this.weak = weak;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/weak-case-changed.v1}. */
    record WeakCaseChanged(
            long id,
            UnitId unit,
            UnitId county,
            int year,
            State state,
            int round,
            List<String> types,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo) {}

    CaseFile<State> announce(CaseFile<State> file, Desk desk) {
        var known = weak.get(file.id());
        var changed = new WeakCaseChanged(
                file.id(),
                file.unit().id(),
                known.county(),
                known.year(),
                file.state(),
                file.round(),
                weak.listProblems(file.id()),
                known.periodFrom(),
                known.periodTo());
        outbox.append(
                "organization.weak-case-changed.v1", "case:" + file.id(), file.version(), desk.subject(), changed);
        return file;
    }
}
