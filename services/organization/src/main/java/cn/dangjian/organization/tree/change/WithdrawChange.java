package cn.dangjian.organization.tree.change;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤回: the unit that proposed a change takes it back before anybody has decided. */
@Service
class WithdrawChange {

    private final Concerned concerned;
    private final ChangeTable changes;
    private final Days days;

    WithdrawChange(Concerned concerned, ChangeTable changes, Days days) {
        this.concerned = concerned;
        this.changes = changes;
        this.days = days;
    }

    @Transactional
    Outcome withdraw(ChangeId id, @Nullable String ifMatch, Caller caller) {
        var found = changes.find(id, concerned.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Objection.NoSuchChange());
        var change = found.get();
        ETags.requireMatch(ifMatch, change.version());
        if (change.proposerUnit() != caller.unit()) return new Outcome.Refused(new Objection.NotYours());
        if (!change.isOpen()) return new Outcome.Refused(new Objection.Decided(change.state()));

        return new Outcome.Withdrawn(
                changes.update(change.decided(Change.State.WITHDRAWN, caller.account(), days.now(), null)));
    }

    sealed interface Outcome {
        record Withdrawn(Change change) implements Outcome {}

        record Refused(Objection why) implements Outcome {}
    }
}
