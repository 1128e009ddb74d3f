package cn.dangjian.assessment.result.showcase;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.assessment.again.ToldAgain;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says for which years a unit was named, by whom, and what was taken back: all of it, each time, and when all is told again. */
@Component
class TellShowcases implements ToldAgain {

    private static final String TYPE = "assessment.showcase-changed.v1";
    private static final String SERVICE = "service:assessment";
    private static final int AT_ONCE = 200;

    private final ShowcaseRepository showcases;
    private final Outbox outbox;

    TellShowcases(ShowcaseRepository showcases, Outbox outbox) {
        this.showcases = showcases;
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/showcase-changed.v1}. */
    record ShowcaseChanged(long unit, List<NamedFor> showcases) {}

    /** @param withdrawnOn null while it stands */
    record NamedFor(
            long showcase,
            int year,
            long owner,
            Tier tier,
            long grading,
            int gradedYear,
            String document,
            LocalDate namedOn,
            @Nullable LocalDate withdrawnOn) {

        static NamedFor of(Showcase one) {
            return new NamedFor(
                    one.id(),
                    one.year(),
                    one.owner(),
                    one.ownerTier(),
                    one.grading(),
                    one.gradedYear(),
                    one.document(),
                    one.namedOn(),
                    one.withdrawnOn());
        }
    }

    /** Of units that are held, so that of each the versions of its rows together only grow. */
    void tell(Collection<Long> units, String subject) {
        var named = showcases.listOf(units).stream().collect(groupingBy(Showcase::unit, TreeMap::new, toList()));
        outbox.appendAll(named.entrySet().stream()
                .map(each -> new Outbox.Entry(
                        TYPE,
                        "showcase:" + each.getKey(),
                        each.getValue().stream().mapToLong(Showcase::version).sum(),
                        subject,
                        new ShowcaseChanged(
                                each.getKey(),
                                each.getValue().stream().map(NamedFor::of).toList())))
                .toList());
    }

    @Override
    public String what() {
        return "SHOWCASES";
    }

    @Override
    public long tellAgain(long after) {
        var units = showcases.listUnits(after, AT_ONCE);
        if (units.isEmpty()) return -1;
        tell(units, SERVICE);
        return units.getLast();
    }
}
