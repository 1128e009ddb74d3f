package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores one chunk of new codes; before they are shown to anybody. */
@Service
class ReplaceCodes {

    private final ActivationRepository activations;
    private final Trail trail;

    ReplaceCodes(ActivationRepository activations, Trail trail) {
        this.activations = activations;
        this.trail = trail;
    }

    @Transactional
    void replace(List<ActivationRepository.Row> rows, Superior by, Instant now, Instant expires) {
        activations.replace(rows, by.account(), now, expires);
        trail.recordAll(rows.stream()
                .map(row -> Deed.change(
                        by.actor(), "code.issued", "account", row.account().value(), "access"))
                .toList());
    }
}
