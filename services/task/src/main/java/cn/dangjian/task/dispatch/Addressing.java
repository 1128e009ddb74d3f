package cn.dangjian.task.dispatch;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the room of assignments does for a dispatch: one assignment for each unit addressed. */
public interface Addressing {

    /** A unit with the assignment that it was given. */
    record Addressed(long id, UnitId unit) {}

    /**
     * The next tier below a unit: organisations directly below it.
     *
     * @param parents what they may name as their parent
     * @param branches whether they are branches: those of a county are no tier of its own, those of a village are
     */
    record NextTier(List<Long> parents, boolean branches) {

        /** That of whoever acts. */
        public static NextTier of(Desk desk) {
            return new NextTier(desk.asParents(), desk.isAt(Tier.VILLAGE) || desk.isBelow(Tier.VILLAGE));
        }

        /**
         * A condition on table {@code unit u}: directly below. It takes {@code :parents} of the territory.
         *
         * @param from how the statement calls the path at which the scope begins
         */
        public static String direct(Hierarchy by, String from) {
            return by == Hierarchy.BLOCK
                    ? "u.parent_id in (:parents)"
                    : "u.line_path like concat(%s, '_____')".formatted(from);
        }

        /** A condition on table {@code unit u}: of a tier that is addressed. */
        public String addressed() {
            return branches ? "true" : "u.tier not in ('BRANCH', 'GROUP', 'HOUSEHOLD')";
        }

        public String fits(Hierarchy by, String from) {
            return direct(by, from) + " and " + addressed();
        }
    }

    /**
     * Gives each unit that fits the target an assignment, as one statement.
     *
     * @param subtree of the issuer; only units strictly below the unit at which it begins are addressed
     * @param next who is in the next tier; null if the tier does not matter
     * @return how many units were addressed
     */
    int address(DispatchId dispatch, Target target, Scope subtree, @Nullable NextTier next);

    /** All units addressed, in the order of their assignments. */
    List<Addressed> addressed(DispatchId dispatch);

    /** The same of many dispatches, by their ids. */
    Map<Long, List<Addressed>> addressed(Collection<Long> dispatches);

    /** Gives each organisation of the next tier an assignment, of all these dispatches. */
    int addressNext(Collection<Long> dispatches);
}
