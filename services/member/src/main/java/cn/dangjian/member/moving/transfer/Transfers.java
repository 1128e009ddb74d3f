package cn.dangjian.member.moving.transfer;

import cn.dangjian.member.moving.transfer.Transfer.Sort;
import cn.dangjian.member.moving.transfer.Transfer.State;
import cn.dangjian.member.person.standing.EventGuard;
import cn.dangjian.member.person.standing.EventKind;
import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.member.person.standing.Leaving;
import cn.dangjian.member.person.standing.MemberEvent;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.telling.again.ToldAgain;
import cn.dangjian.platform.cases.CaseStore;
import cn.dangjian.platform.cases.Cases;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tells others how transfers stand, and gives those of a unit that has ended to its heir. */
@Service
class Transfers implements HandOverObserver, EventGuard, Leaving, ToldAgain {

    private static final String TYPE = "member.transfer-changed.v1";
    private static final String SERVICE = "service:member";
    private static final int AT_ONCE = 1000;

    private final TransferRepository transfers;
    private final Outbox outbox;
    private final Cases<State, TransferStep> cases;

    Transfers(TransferRepository transfers, Outbox outbox, CaseStore store) {
        this.transfers = transfers;
        this.outbox = outbox;
        this.cases = store.of(TransferStep.KIND);
    }

    /** The data of {@code contracts/events/transfer-changed.v1}. */
    record TransferChanged(
            long transfer,
            @Nullable Long member,
            Sort sort,
            State state,
            int round,
            @Nullable UnitId origin,
            @Nullable UnitId destination,
            @Nullable LocalDate due,
            @Nullable LocalDate movedOn,
            @Nullable LocalDate receiptOn) {

        static TransferChanged of(Transfer transfer) {
            return new TransferChanged(
                    transfer.id(),
                    transfer.member(),
                    transfer.sort(),
                    transfer.state(),
                    transfer.round(),
                    transfer.origin(),
                    transfer.destination(),
                    transfer.due(),
                    transfer.movedOn(),
                    transfer.receiptOn());
        }
    }

    /** Announces how one stands after its step, and answers it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Transfer of(long id, Desk desk) {
        announce(List.of(id), desk.subject());
        return transfers.find(id, desk.scope()).orElseThrow();
    }

    /** From it or to it, they go on with the heir, and their journals say so. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void unitWent(HandOver handOver) {
        var ids = cases.handOver(handOver.from(), handOver.to(), handOver.note(), handOver.subject(), handOver.at());
        announce(ids, handOver.subject());
    }

    /** Those who are leaving the unit go on leaving the part to which they belong now. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void membersWent(HandOver handOver, Collection<MemberId> members) {
        if (members.isEmpty()) return;
        var ids = transfers.listLeaving(handOver.from(), members);
        cases.handOver(ids, handOver.from(), handOver.to(), handOver.note(), handOver.subject(), handOver.at());
        announce(ids, handOver.subject());
    }

    /** Those under way: of the others nobody keeps anything. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellAgain() {
        long after = 0;
        var some = transfers.listOpen(after, AT_ONCE);
        while (!some.isEmpty()) {
            announce(some, SERVICE);
            after = some.getLast();
            some = transfers.listOpen(after, AT_ONCE);
        }
    }

    /** What a transfer has moved is moved back by another one: both sides count it, and one has sent a receipt. */
    @Override
    public void refuseStrike(MemberId member, MemberEvent event) {
        if (event.kind() != EventKind.ARRIVED && event.kind() != EventKind.LEFT) return;
        var made = transfers.findMoved(member, event);
        if (made.isPresent()) throw TransferRefusal.MADE_EVENT.with(String.valueOf(made.get()));
    }

    @Override
    public boolean isLeaving(MemberId member) {
        return transfers.findUnderWay(member.value()).isPresent();
    }

    private void announce(Collection<Long> ids, String subject) {
        outbox.appendAll(transfers.listOf(ids).stream()
                .map(transfer -> new Outbox.Entry(
                        TYPE, "transfer:" + transfer.id(), transfer.version(), subject, TransferChanged.of(transfer)))
                .toList());
    }
}
