package cn.dangjian.member.telling.told;

import cn.dangjian.member.person.standing.StandingObserver;
import cn.dangjian.member.telling.due.Teller;
import java.util.List;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** Marks the persons whose standing changes, in the transaction that changes it. */
@Component
class MarkMembers implements StandingObserver {

    private final Teller teller;

    MarkMembers(Teller teller) {
        this.teller = teller;
    }

    @Override
    public void standingsChanged(List<Change> changes) {
        var members = new TreeSet<Long>();
        changes.forEach(change -> members.add(change.member().value()));
        teller.mark(AnnounceMembers.KIND, members);
    }
}
