package cn.dangjian.organization.tree.batch;

import cn.dangjian.organization.tree.change.Change;
import cn.dangjian.organization.tree.plan.Operation;
import java.util.Objects;

/** A proposal and the line of the list that it came with. */
record Listed(int line, Change change) {

    /** A list has nothing else. */
    Operation.Establish asked() {
        return (Operation.Establish) change.operation();
    }

    String code() {
        return asked().unit().code();
    }

    /** The code of the unit below which another one will be that is proposed too; empty if there is none. */
    String under() {
        return Objects.requireNonNullElse(asked().under(), "");
    }
}
