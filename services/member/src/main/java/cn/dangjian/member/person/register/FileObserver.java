package cn.dangjian.member.person.register;

/** A room that must do something when what a file says of a person is written anew. */
public interface FileObserver {

    /** Runs in the transaction that changes it, after the row was written. */
    void fileChanged(Member member);
}
