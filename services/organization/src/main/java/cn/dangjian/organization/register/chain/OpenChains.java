package cn.dangjian.organization.register.chain;

import cn.dangjian.organization.tree.change.Ties;
import java.util.List;
import org.springframework.stereotype.Component;

/** A county or township that keeps chains does not end: they are closed first, and opened again where they are kept. */
@Component
class OpenChains implements Ties {

    private final ChainRepository chains;

    OpenChains(ChainRepository chains) {
        this.chains = chains;
    }

    @Override
    public List<Tie> ties(Ending ending) {
        int open = chains.countOpen(ending.unit());
        return open == 0 ? List.of() : List.of(new Tie("chains", open, Becomes.SETTLE));
    }
}
