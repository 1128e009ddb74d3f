package cn.dangjian.identity.activation;

import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores one chunk of new codes; before they are shown to anybody. */
@Service
class ReplaceCodes {

    private final ActivationRepository activations;

    ReplaceCodes(ActivationRepository activations) {
        this.activations = activations;
    }

    @Transactional
    void replace(List<ActivationRepository.Row> rows, AccountId by, Instant now, Instant expires) {
        activations.replace(rows, by, now, expires);
    }
}
