package cn.dangjian.task.preview;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.task.dispatch.Addressing.NextTier;
import cn.dangjian.task.dispatch.Target;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom something would go to.
 *
 * @param next who is in the next tier; null if the tier does not matter
 */
public record Reach(Target target, @Nullable NextTier next) {

    /** Within a scope that is the statement's; it takes what {@link #values} says. */
    String fits(Scope scope) {
        return target.fits(scope.column()) + (next == null ? "" : " and " + next.fits(scope.by(), ":scopeFrom"));
    }

    Map<String, Object> values() {
        var values = new HashMap<>(target.values());
        if (next != null) values.put("parents", next.parents());
        return values;
    }
}
