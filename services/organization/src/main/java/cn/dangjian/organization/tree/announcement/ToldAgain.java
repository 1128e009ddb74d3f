package cn.dangjian.organization.tree.announcement;

/** A room whose announcements others keep: after a broker was set up anew they are told once more. */
public interface ToldAgain {

    /** Tells all again in the caller's transaction, or marks it to be told; versions stay, and whoever knows them skips them. */
    void tellAgain();
}
