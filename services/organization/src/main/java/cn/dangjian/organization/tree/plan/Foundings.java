package cn.dangjian.organization.tree.plan;

import cn.dangjian.organization.tree.period.Approval;
import cn.dangjian.organization.tree.period.Period;
import cn.dangjian.organization.tree.period.Timeline;
import cn.dangjian.organization.tree.period.Tree;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * 批量设立: plans new units of one day one after the other, each as if those that were accepted before it were there. What
 * the tree knows of all of them is read once, under its lock.
 */
public final class Foundings {

    private final Fits fits;
    private final Wholeness wholeness;
    private final LocalDate on;
    private final Map<UnitId, Timeline> parents;
    private final Map<String, Set<UnitId>> holders;
    private final Map<String, Tree.Coded> coded;
    private final long next;
    private final Map<String, Timeline> accepted = new HashMap<>();

    Foundings(About about, Tree tree, Fits fits, Wholeness wholeness) {
        this.fits = fits;
        this.wholeness = wholeness;
        this.on = about.on;
        this.parents = tree.timelines(about.parents);
        this.holders = tree.holders(about.codes, on, Period.FOREVER);
        this.coded = tree.coded(about.unders, on);
        this.next = tree.nextId().value();
    }

    /**
     * What new units are about.
     *
     * @param parents units that exist, and below which they will be
     * @param codes their own
     * @param unders codes of units directly below which some will be
     */
    public record About(LocalDate on, Set<UnitId> parents, Set<String> codes, Set<String> unders) {

        public static About of(Collection<Operation.Establish> all, LocalDate on) {
            var about = new About(on, new HashSet<>(), new HashSet<>(), new HashSet<>());
            for (var asked : all) {
                about.parents.add(asked.parent());
                about.codes.add(asked.unit().code());
                if (asked.under() != null) about.unders.add(asked.under());
            }
            return about;
        }
    }

    /** @param approval of the day that all are about */
    public Plan plan(Operation.Establish asked, Approval approval) {
        var subject = parents.get(asked.parent());
        if (subject == null) return new Plan.Refused(new Refusal.NoSuchUnit());
        if (!subject.existsOn(on))
            return new Plan.Refused(new Refusal.NotThen(subject.last().name(), on));
        var parent = above(asked, subject);
        var above = parent == null ? null : parent.at(on).orElse(null);
        if (parent == null || above == null) return new Plan.Refused(new Refusal.NoSuchUnit());
        var unit = asked.unit();
        if (isTaken(unit.code(), parent.unit())) return new Plan.Refused(new Refusal.CodeTaken(unit.code()));
        return switch (fits.place(unit, above, on)) {
            case Fits.Place.None(var why) -> new Plan.Refused(why);
            case Fits.Place.Found place -> {
                var id = new UnitId(next + accepted.size());
                var made = Regrouping.established(id, parent.unit(), unit, place, approval);
                var refusal = wholeness.orphaned(made, Map.of(parent.unit(), parent), on);
                yield refusal == null ? Plan.Made.of(made) : new Plan.Refused(refusal);
            }
        };
    }

    /** From now on the unit is there for those that are planned. */
    public void accept(Timeline unit) {
        accepted.put(unit.first().code(), unit);
    }

    public boolean isAccepted(String code) {
        return accepted.containsKey(code);
    }

    private boolean isTaken(String code, UnitId by) {
        return accepted.containsKey(code)
                || holders.getOrDefault(code.toUpperCase(Locale.ROOT), Set.of()).stream()
                        .anyMatch(holder -> !holder.equals(by));
    }

    /** The unit directly above a new one; null if it is not there, or not below the one that was named. */
    private @Nullable Timeline above(Operation.Establish asked, Timeline subject) {
        String under = asked.under();
        if (under == null) return subject;
        var made = accepted.get(under);
        if (made != null) return made;
        var there = coded.get(under.toUpperCase(Locale.ROOT));
        return there != null && there.isBelow(subject.unit()) ? there.unit() : null;
    }
}
