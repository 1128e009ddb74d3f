package cn.dangjian.organization.tree.openwork;

import cn.dangjian.organization.tree.change.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What is open at a unit that is to end, and what becomes of it: what it has to do goes to its heir or is closed with it,
 * its members go to its heir, and what has neither is settled first.
 */
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
