package cn.dangjian.member.telling.again;

/** A room that tells whole states of things that are not told in pages, and can tell those that go on again. */
public interface ToldAgain {

    /** Runs in the transaction that asks for it. */
    void tellAgain();
}
