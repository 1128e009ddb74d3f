package cn.dangjian.platform.cases;

import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A step as the table of steps says it: from where, to where, by whom, what is said.
 *
 * @param from the states in which it is possible; none if it opens a case
 * @param to the state that follows; null if the state stays
 * @param hands those who may take it, any of them
 * @param says what must be said
 * @param apart the steps whose persons must not take this one
 * @param within how long the state that follows may last, from the step's day on; null if nothing is due, or the room
 *     says the day
 * @param furtherRound whether a further round begins
 * @param untold whether it only allows to write down something beside the case, and the journal does not tell of it
 */
public record Move<S extends Enum<S>>(
        Set<S> from,
        @Nullable S to,
        List<Hand> hands,
        Set<Say> says,
        Set<String> apart,
        @Nullable Period within,
        boolean furtherRound,
        boolean untold) {

    /** What a step can demand to be said; the doors demand it with the constraints of their requests. */
    public enum Say {
        /** On which day it happened; where it is not demanded, it is the day of the request. */
        DAY,
        /** By which document (文号). */
        DOCUMENT,
        /** What there is to say, or why. */
        NOTE
    }

    /** A step that opens a case. */
    public static <S extends Enum<S>> Move<S> opens(S state) {
        return new Move<>(Set.of(), state, List.of(), Set.of(), Set.of(), null, false, false);
    }

    /** A step that is possible in this state. */
    public static <S extends Enum<S>> Move<S> from(S state) {
        return in(EnumSet.of(state));
    }

    /** A step that is possible in both states. */
    public static <S extends Enum<S>> Move<S> from(S one, S another) {
        return in(EnumSet.of(one, another));
    }

    /** A step that is possible in these states. */
    public static <S extends Enum<S>> Move<S> in(Set<S> states) {
        return new Move<>(states, null, List.of(), Set.of(), Set.of(), null, false, false);
    }

    /** A step that is possible in every state, also when the case is closed. */
    public static <S extends Enum<S>> Move<S> inAny(Class<S> states) {
        return in(EnumSet.allOf(states));
    }

    /** The state that follows. */
    public Move<S> to(S state) {
        return new Move<>(from, state, hands, says, apart, within, furtherRound, untold);
    }

    /** Those who may take it. */
    public Move<S> by(Hand... any) {
        return new Move<>(from, to, List.of(any), says, apart, within, furtherRound, untold);
    }

    /** What must be said. */
    public Move<S> says(Say... demanded) {
        return new Move<>(from, to, hands, Set.of(demanded), apart, within, furtherRound, untold);
    }

    /** Whoever took one of these steps of a case does not take this one. */
    public Move<S> apartFrom(Enum<?>... steps) {
        var names = Arrays.stream(steps).map(Enum::name).collect(Collectors.toUnmodifiableSet());
        return new Move<>(from, to, hands, says, names, within, furtherRound, untold);
    }

    /** How long the state that follows may last. */
    public Move<S> within(Period time) {
        return new Move<>(from, to, hands, says, apart, time, furtherRound, untold);
    }

    /** With it a further round begins. */
    public Move<S> again() {
        return new Move<>(from, to, hands, says, apart, within, true, untold);
    }

    /** What it allows to write down stands beside the case, and the journal does not tell of it. */
    public Move<S> aside() {
        return new Move<>(from, to, hands, says, apart, within, furtherRound, true);
    }

    public boolean isPossibleIn(S state) {
        return from.contains(state);
    }

    /** Whether it leads out of a state. */
    boolean leaves(S state) {
        return isPossibleIn(state) && to != null && to != state;
    }
}
