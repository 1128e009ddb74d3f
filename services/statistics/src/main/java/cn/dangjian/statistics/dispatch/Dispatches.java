package cn.dangjian.statistics.dispatch;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Other rooms ask here about dispatches. */
@Service
public class Dispatches {

    private final DispatchRepository dispatches;

    Dispatches(DispatchRepository dispatches) {
        this.dispatches = dispatches;
    }

    /** Finds a dispatch that task has announced; who may see it is for the caller to check. */
    public Optional<Dispatch> find(DispatchId id) {
        return dispatches.find(id);
    }

    /** Makes this transaction the only one that counts for these dispatches, also those not announced yet. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Collection<Long> ids) {
        dispatches.lock(ids.stream().sorted().distinct().toList());
    }
}
