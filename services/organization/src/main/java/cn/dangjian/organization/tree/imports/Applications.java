package cn.dangjian.organization.tree.imports;

/** Whoever applies imports that are queued. */
public interface Applications {

    /** Says that there is something to do. */
    void wake();
}
