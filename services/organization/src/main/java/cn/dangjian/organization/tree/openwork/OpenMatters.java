package cn.dangjian.organization.tree.openwork;

import cn.dangjian.organization.tree.change.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/** A unit with open matters does not end: they are settled or handed over first; its members go to its heir, if it has one. */
@Component
class OpenMatters implements Ties {

    private final OpenMatterQueries queries;

    OpenMatters(OpenMatterQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Tie> ties(Ending ending) {
        return queries.list(ending);
    }
}
