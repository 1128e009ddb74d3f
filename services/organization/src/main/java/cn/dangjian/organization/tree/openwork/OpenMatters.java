package cn.dangjian.organization.tree.openwork;

import cn.dangjian.organization.tree.change.Ties;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** A unit with open matters does not end: they are settled or handed over first. */
@Component
class OpenMatters implements Ties {

    private final OpenMatterQueries queries;

    OpenMatters(OpenMatterQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Tie> ties(UnitId unit, LocalDate on) {
        return queries.list(unit);
    }
}
