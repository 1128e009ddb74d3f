package cn.dangjian.assessment.again;

/** A room that tells other services whole states, and can tell all of them again, some at a time. */
public interface ToldAgain {

    /** Names what is told; no other room has the same name. */
    String what();

    /**
     * Tells some of those behind a number.
     *
     * @return the greatest number that was told; -1 if there was none
     */
    long tellAgain(long after);
}
