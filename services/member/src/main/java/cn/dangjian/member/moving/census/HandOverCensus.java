package cn.dangjian.member.moving.census;

import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.platform.directory.Directory;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Whom a census asks of a unit that ended, or of its part, its heir answers for, as long as the census goes on. If the heir
 * has closed and nobody has said yet where they are, it is open again, and so is all above it.
 */
@Component
class HandOverCensus implements HandOverObserver {

    private final CensusRepository censuses;
    private final ClosingTable closings;
    private final Directory directory;

    HandOverCensus(CensusRepository censuses, ClosingTable closings, Directory directory) {
        this.censuses = censuses;
        this.closings = closings;
        this.directory = directory;
    }

    @Override
    public void membersWent(HandOver handOver, Collection<MemberId> members) {
        if (members.isEmpty()) return;
        reopen(handOver, censuses.listUnanswered(handOver.from(), members));
        censuses.handOver(handOver, members);
    }

    @Override
    public void unitWent(HandOver handOver) {
        reopen(handOver, censuses.listUnanswered(handOver.from()));
        censuses.handOver(handOver);
    }

    private void reopen(HandOver handOver, List<Long> unanswered) {
        if (unanswered.isEmpty()) return;
        var heir = directory.named(List.of(handOver.to().value()));
        for (var unit : heir) {
            for (long census : unanswered) {
                closings.lock(census);
                closings.reopen(census, unit, handOver.note(), handOver.subject(), handOver.at());
            }
        }
    }
}
