package cn.dangjian.dues.bill.month;

import cn.dangjian.platform.directory.Scope;

/**
 * A part of the tree that is billed in one transaction.
 *
 * @param own the members of the unit itself alone, or all at and below it
 */
record Area(long unit, boolean own, String path) {

    Scope scope() {
        return own ? Scope.own(path) : Scope.subtree(path);
    }

    /** 0 for all at and below. */
    long ownId() {
        return own ? unit : 0;
    }

    String province() {
        return path.substring(0, 5);
    }
}
