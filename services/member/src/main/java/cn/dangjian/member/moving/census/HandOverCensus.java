package cn.dangjian.member.moving.census;

import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.member.person.standing.MemberId;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Whom a census asks of a unit that ended, or of its part, its heir answers for, as long as the census goes on. */
@Component
class HandOverCensus implements HandOverObserver {

    private final CensusRepository censuses;

    HandOverCensus(CensusRepository censuses) {
        this.censuses = censuses;
    }

    @Override
    public void membersWent(HandOver handOver, Collection<MemberId> members) {
        if (!members.isEmpty()) censuses.handOver(handOver, members);
    }

    @Override
    public void unitWent(HandOver handOver) {
        censuses.handOver(handOver);
    }
}
