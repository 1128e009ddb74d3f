package cn.dangjian.platform.rules.book;

import cn.dangjian.platform.directory.Scope;

/** A room that keeps something that follows from rules. */
public interface RulesChanged {

    /** Another value holds for a subtree from now on; runs in the transaction that has made it so. */
    void changed(Scope scope);
}
