package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.UNKNOWN;

import cn.dangjian.organization.register.entry.LinkRepository.Role;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 注销: a unit exists no more; what it was stays readable. */
@Service
class CloseUnit {

    private final RegisterRepository register;
    private final LinkRepository links;

    CloseUnit(RegisterRepository register, LinkRepository links) {
        this.register = register;
        this.links = links;
    }

    @Transactional
    void close(long id, LocalDate on, Seen seen, Desk desk) {
        var unit = register.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(unit.version());
        Keeper.require(unit, on, earliest(unit), desk);

        register.close(unit, on);
        for (var role : Role.values()) links.end(unit, role, on);
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
}
