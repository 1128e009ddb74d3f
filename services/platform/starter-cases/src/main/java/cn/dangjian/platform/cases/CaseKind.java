package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.problem.Refusal;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of case: its states, its steps, and how the room refuses.
 *
 * @param name the path of its doors, for example {@code weak-cases} for {@code /v1/weak-cases/7}
 * @param seenFrom the lowest tier from which its cases are seen
 * @param wrongState {0} is the state
 * @param samePerson null if no step asks for another person
 * @param dayAhead {0} is the day of the request; null if days that are yet to come may be said
 */
public record CaseKind<S extends Enum<S>, T extends Enum<T> & CaseStep<S>>(
        String name,
        Class<S> states,
        Class<T> steps,
        Tier seenFrom,
        Refusal unknown,
        Refusal notYours,
        Refusal wrongState,
        @Nullable Refusal samePerson,
        @Nullable Refusal dayAhead) {

    /** Holds no unit. */
    private static final Scope NOTHING = new Scope("~", "");

    public static <S extends Enum<S>, T extends Enum<T> & CaseStep<S>> CaseKind<S, T> of(
            String name, Class<S> states, Class<T> steps, Refusal unknown, Refusal notYours, Refusal wrongState) {
        return new CaseKind<>(name, states, steps, Tier.HOUSEHOLD, unknown, notYours, wrongState, null, null);
    }

    public CaseKind<S, T> seenFrom(Tier lowest) {
        return new CaseKind<>(name, states, steps, lowest, unknown, notYours, wrongState, samePerson, dayAhead);
    }

    public CaseKind<S, T> samePerson(Refusal refusal) {
        return new CaseKind<>(name, states, steps, seenFrom, unknown, notYours, wrongState, refusal, dayAhead);
    }

    public CaseKind<S, T> dayAhead(Refusal refusal) {
        return new CaseKind<>(name, states, steps, seenFrom, unknown, notYours, wrongState, samePerson, refusal);
    }

    /** What a caller sees of its cases: his scope, or nothing. */
    public Scope scope(Desk desk) {
        return desk.isBelow(seenFrom) ? NOTHING : desk.scope();
    }

    /** The steps that are possible in a state. */
    public List<T> possible(S state) {
        return EnumSet.allOf(steps).stream()
                .filter(step -> step.move().isPossibleIn(state))
                .toList();
    }

    /** Whether nothing follows a state any more. */
    public boolean isLast(S state) {
        return possible(state).stream().noneMatch(step -> step.move().leaves(state));
    }

    void check() {
        for (var step : EnumSet.allOf(steps)) {
            var move = step.move();
            if (move.hands().isEmpty()) throw new IllegalArgumentException("Nobody may " + name + " " + step);
            if (!move.apart().isEmpty() && samePerson == null)
                throw new IllegalArgumentException("No words for the same person: " + name + " " + step);
        }
    }

    S state(String name) {
        return Enum.valueOf(states, name);
    }
}
