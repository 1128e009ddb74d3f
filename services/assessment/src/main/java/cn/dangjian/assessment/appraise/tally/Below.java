package cn.dangjian.assessment.appraise.tally;

import cn.dangjian.assessment.appraise.campaign.Plan.Role;
import java.util.Collection;
import java.util.Optional;

/**
 * 下议的合计: what comes from below of all objects together. Whoever takes what is shown of single objects from it holds the
 * rest; so it is shown only if the rest is nothing, or so many sheets that nobody can tell whose they are.
 *
 * @param counted how many sheets it is of
 * @param sum of them, in hundredths
 */
record Below(Role role, int counted, long sum) {

    static Optional<Below> of(Role role, Collection<Tally> tallies, int least) {
        int counted = 0;
        int rest = 0;
        long sum = 0;
        for (var tally : tallies) {
            for (var part : tally.parts()) {
                if (!part.role().code().equals(role.code())) continue;
                counted += part.counted().size();
                sum += part.sum();
                if (!part.counts()) rest += part.counted().size();
            }
        }
        boolean isShown = counted >= least && (rest == 0 || rest >= least);
        return isShown ? Optional.of(new Below(role, counted, sum)) : Optional.empty();
    }
}
