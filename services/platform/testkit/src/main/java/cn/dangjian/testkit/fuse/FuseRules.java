package cn.dangjian.testkit.fuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/**
 * No rule decides by itself (人工决定保险, U-13): what begins without a person, by the clock, by an event or with the service,
 * reaches none of the methods with which people decide. A service's test says which those are, and which doors lead to them,
 * so that a way that this test does not see is missed.
 */
@TestInstance(Lifecycle.PER_CLASS)
public abstract class FuseRules {

    private final String service;
    private final Map<String, Set<String>> decides;
    private final Ways ways;

    /**
     * @param service its package
     * @param decides by the name of a class, its methods with which people decide
     */
    protected FuseRules(String service, Map<String, Set<String>> decides) {
        this.service = service;
        this.decides = decides;
        this.ways = new Ways(service);
    }

    /** What reaches them all the same, {@code Owner.method}, and who has decided it. */
    protected Map<String, String> decided() {
        return Map.of();
    }

    /** Some jobs and listeners, {@code Owner.method}, by which one sees that they are found. */
    protected abstract List<String> jobs();

    /** Doors that decide, by their name below the package of the service. */
    protected abstract List<String> doors();

    /** How many jobs and listeners there are at least. */
    protected abstract int least();

    @Test
    void whatBeginsWithoutAPersonDecidesNothing() {
        var reaching = new TreeSet<String>();
        for (var entrance : ways.entrances()) {
            if (decides(entrance)) reaching.add(name(entrance));
        }

        assertThat(reaching)
                .as("jobs and listeners that decide")
                .isEqualTo(decided().keySet());
    }

    @Test
    void looksAtEveryJobAndListener() {
        assertThat(ways.entrances())
                .extracting(FuseRules::name)
                .containsAll(jobs())
                .hasSizeGreaterThanOrEqualTo(least());
    }

    @Test
    void seesTheWayOfWhoeverDecides() {
        assertThat(doors()).isNotEmpty();
        assertThat(doors().stream().filter(door -> !decides(method(door))))
                .as("doors that are known to decide, of which this test does not see it")
                .isEmpty();
    }

    /** Whether a method leads to another one, both by their names below the package of the service. */
    protected boolean leads(String from, String to) {
        return Ways.reaches(method(from), method(to)::equals);
    }

    /** Whether anything that begins without a person leads to a method. */
    protected boolean beginsByItself(String to) {
        return ways.entrances().stream().anyMatch(entrance -> Ways.reaches(entrance, method(to)::equals));
    }

    private boolean decides(JavaCodeUnit from) {
        return Ways.reaches(from, unit -> decides.getOrDefault(unit.getOwner().getName(), Set.of())
                .contains(unit.getName()));
    }

    private JavaCodeUnit method(String name) {
        return ways.method(service + "." + name);
    }

    private static String name(JavaCodeUnit unit) {
        return unit.getOwner().getSimpleName() + "." + unit.getName();
    }
}
