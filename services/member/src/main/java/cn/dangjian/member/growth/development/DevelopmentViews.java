package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.Development.State;
import cn.dangjian.member.growth.development.DevelopmentView.Next;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Puts together what the doors show of somebody's way. */
@Component
class DevelopmentViews {

    private static final Set<State> OVER = EnumSet.of(State.ARCHIVED, State.WITHDRAWN, State.CANCELLED);

    private final DevelopmentRepository developments;
    private final Ways ways;

    DevelopmentViews(DevelopmentRepository developments, Ways ways) {
        this.developments = developments;
        this.ways = ways;
    }

    DevelopmentView of(Development development, Desk desk) {
        var steps = developments.listSteps(development.id(), desk.scope());
        return new DevelopmentView(
                development.id(),
                development.member(),
                development.name(),
                development.unit(),
                development.state(),
                steps,
                next(development, steps, desk),
                developments.listObjections(development.id(), desk.scope()),
                development.version());
    }

    private List<Next> next(Development development, List<Development.Step> steps, Desk desk) {
        if (OVER.contains(development.state())) return List.of();
        return ways.of(steps, development.path(), desk.today()).next(desk.today()).stream()
                .map(due -> Next.of(due, desk.today()))
                .toList();
    }
}
