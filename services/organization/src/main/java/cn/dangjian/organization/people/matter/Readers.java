package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read: a township the reports of its villages, a county's named duty those of the county, and nobody else. */
@Component
class Readers {

    private final ReaderRepository readers;
    private final Directory directory;
    private final Days days;

    Readers(ReaderRepository readers, Directory directory, Days days) {
        this.readers = readers;
        this.directory = directory;
        this.days = days;
    }

    /** What the caller may read; empty for everybody else, however high. */
    Optional<Scope> scope(Caller caller) {
        var unit = directory.unitOf(caller);
        boolean may = unit.tier() == Tier.TOWNSHIP
                || (unit.tier() == Tier.COUNTY && readers.isReader(unit.id(), caller.duty(), days.today()));
        return may ? Optional.of(Scope.subtree(unit.path())) : Optional.empty();
    }
}
