package cn.dangjian.statistics.figure.catalogue;

import cn.dangjian.platform.directory.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that is counted (指标).
 *
 * @param countedIn what its numbers are of: 人, 个, 分
 * @param margin by what it can be taken apart; null if it cannot
 * @param source the event that tells it
 * @param shareOf the measure of which it is a part; null if it is none
 * @param article the regulation that asks for it
 * @param tiers on whose first screen it is a headline
 * @param alert whether first screens show it while it is not zero
 * @param people whether it counts persons
 */
public record Measure(
        String code,
        String name,
        String nameEn,
        String definition,
        String countedIn,
        Kind kind,
        @Nullable String margin,
        String source,
        @Nullable String shareOf,
        String article,
        Set<Tier> tiers,
        boolean alert,
        boolean people) {

    /** The service that tells it. */
    public String service() {
        return source.substring(0, source.indexOf('.'));
    }

    /** By what it can be taken apart beside the units directly below. */
    public List<Grouping> groupings() {
        return Arrays.stream(Grouping.values())
                .filter(grouping -> grouping != Grouping.SLOT || margin != null)
                .toList();
    }

    /** Whether any first screen shows it. */
    public boolean shownFirst() {
        return alert || !tiers.isEmpty();
    }
}
