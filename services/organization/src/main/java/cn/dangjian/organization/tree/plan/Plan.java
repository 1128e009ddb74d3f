package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Lineage;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.platform.directory.UnitId;
import java.util.List;
import java.util.Set;

/** What a change would make of the tree, or why it cannot be made. */
public sealed interface Plan {

    /**
     * The units as they would be.
     *
     * @param ending those that would not exist any more
     * @param inherited those of them whose members another unit takes over
     */
    record Made(List<Timeline> changed, List<Lineage> lineage, Set<UnitId> ending, Set<UnitId> inherited)
            implements Plan {

        static Made of(Timeline... changed) {
            return new Made(List.of(changed), List.of(), Set.of(), Set.of());
        }
    }

    record Refused(Refusal why) implements Plan {}
}
