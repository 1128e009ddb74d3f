package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.entry.LinkRepository.Role;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 注销: a unit exists no more; what it was stays readable. */
@Service
class CloseUnit {

    private final RegisterRepository register;
    private final LinkRepository links;
    private final Keeper keeper;

    CloseUnit(RegisterRepository register, LinkRepository links, Keeper keeper) {
        this.register = register;
        this.links = links;
        this.keeper = keeper;
    }

    @Transactional
    Outcome close(long id, @Nullable String ifMatch, LocalDate on, Caller caller) {
        var found = register.find(id, keeper.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchUnit());

        var unit = found.get();
        ETags.requireMatch(ifMatch, unit.version());
        var refusal = keeper.refuse(caller);
        if (refusal == null) refusal = keeper.refuse(unit, on, earliest(unit));
        if (refusal != null) return new Outcome.Refused(refusal);

        register.close(unit, on);
        for (var role : Role.values()) links.end(unit, role, on);
        return new Outcome.Closed(unit.id());
    }

    /** Not before anything that was entered about it. */
    private LocalDate earliest(RegisteredUnit unit) {
        var earliest = unit.since();
        for (var role : Role.values()) {
            var last = links.findLast(unit, role);
            if (last.isPresent() && last.get().earliestNext().isAfter(earliest)) {
                earliest = last.get().earliestNext();
            }
        }
        return earliest;
    }

    sealed interface Outcome {
        record Closed(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
