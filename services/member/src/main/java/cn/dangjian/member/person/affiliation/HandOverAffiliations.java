package cn.dangjian.member.person.affiliation;

import cn.dangjian.member.person.affiliation.Affiliation.Sort;
import cn.dangjian.member.person.register.Members;
import cn.dangjian.member.person.standing.HandOverObserver;
import cn.dangjian.platform.directory.Directory;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whoever took part in the work of a unit that ended takes part in that of its heir. */
@Component
class HandOverAffiliations implements HandOverObserver {

    private final AffiliationRepository affiliations;
    private final Directory directory;

    HandOverAffiliations(AffiliationRepository affiliations, Directory directory) {
        this.affiliations = affiliations;
        this.directory = directory;
    }

    @Override
    public void unitWent(HandOver handOver) {
        boolean functional =
                directory.named(List.of(handOver.to().value())).stream().anyMatch(Members::isFunctional);
        affiliations.handOver(handOver, functional ? Sort.FUNCTIONAL : Sort.GUEST);
    }
}
