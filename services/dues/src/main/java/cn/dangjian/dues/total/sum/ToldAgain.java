package cn.dangjian.dues.total.sum;

/** A room that tells other services whole states, and can tell all of them again. */
public interface ToldAgain {

    /** Marks all as not told yet; it is told by and by. */
    void tellAgain();
}
