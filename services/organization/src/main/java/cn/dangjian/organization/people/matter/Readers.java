package cn.dangjian.organization.people.matter;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who may read: a township the reports of its villages, a county's named duty those of the county, and nobody else. */
@Component
class Readers {

    private final ReaderRepository readers;

    Readers(ReaderRepository readers) {
        this.readers = readers;
    }

    /** What the caller may read; empty for everybody else, however high. */
    Optional<Scope> scope(Desk desk) {
        boolean may = desk.isAt(Tier.TOWNSHIP) || (desk.isAt(Tier.COUNTY) && readers.isReader(desk));
        return may ? Optional.of(desk.scope()) : Optional.empty();
    }
}
