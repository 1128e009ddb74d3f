package cn.dangjian.dues.total.sum;

/**
 * The figures of a month, in fen but for the payers; of a unit itself, or of all at and below one.
 *
 * @param payers members of whom the month was billed
 * @param collected what members have paid in the month, less what was returned or taken back
 * @param passedOn what was sent
 * @param received what has arrived of those below
 * @param given what members have given beside what they owe
 * @param held how much more money is there
 * @param transit how much more is sent and not received
 * @param difference how much more did not arrive
 * @param lost how much more was given up with approval
 * @param centre how much more the Centre has
 * @param moved what left for other units, less what came from them
 */
public record Sums(
        long payers,
        long billed,
        long collected,
        long passedOn,
        long received,
        long given,
        long held,
        long transit,
        long difference,
        long lost,
        long centre,
        long moved) {

    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Sums plus(Sums more) {
        return new Sums(
                payers + more.payers,
                billed + more.billed,
                collected + more.collected,
                passedOn + more.passedOn,
                received + more.received,
                given + more.given,
                held + more.held,
                transit + more.transit,
                difference + more.difference,
                lost + more.lost,
                centre + more.centre,
                moved + more.moved);
    }

    Sums negated() {
        return new Sums(
                -payers,
                -billed,
                -collected,
                -passedOn,
                -received,
                -given,
                -held,
                -transit,
                -difference,
                -lost,
                -centre,
                -moved);
    }

    boolean isNone() {
        return equals(NONE);
    }

    /** What was taken of members and is nowhere: nothing, or the books are wrong. */
    public long remainder() {
        return collected + given - held - transit - difference - lost - centre - moved;
    }
}
