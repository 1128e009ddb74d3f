package cn.dangjian.push.ended;

/** Whoever holds something open for an account. */
public interface EndedObserver {

    /** Something of that account is over; must not wait. */
    void ended(String account);
}
