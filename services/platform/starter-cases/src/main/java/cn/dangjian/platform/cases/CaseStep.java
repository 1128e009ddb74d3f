package cn.dangjian.platform.cases;

/**
 * What can happen to the cases of a kind: an enum of the room.
 *
 * <pre>{@code
 * enum Step implements CaseStep<State> {
 *     SCREENED(opens(State.SCREENED).by(above(TOWNSHIP)).says(NOTE)),
 *     CONFIRMED(from(State.SCREENED).to(State.CONFIRMED).by(above(COUNTY)).says(DOCUMENT).apartFrom(SCREENED)),
 *     SAMPLED(inAny(State.class).by(above(PROVINCE)).says(DAY, NOTE));
 * }
 * }</pre>
 */
public interface CaseStep<S extends Enum<S>> {

    /** The constant's name, as the journal keeps it. */
    String name();

    Move<S> move();
}
