package cn.dangjian.identity.activation;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.activation.CodeQueries.Target;
import cn.dangjian.identity.activation.IssueCodes.Issued;
import cn.dangjian.identity.audit.Deed;
import cn.dangjian.identity.audit.Trail;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes one chunk of new codes, and stores them before they are shown to anybody. */
@Service
class ReplaceCodes {

    private final ActivationRepository activations;
    private final ActivationSettings settings;
    private final Trail trail;
    private final Clock clock;

    ReplaceCodes(ActivationRepository activations, ActivationSettings settings, Trail trail, Clock clock) {
        this.activations = activations;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** In the order of the accounts. */
    @Transactional
    List<Issued> replace(List<Target> targets, Superior by) {
        var now = clock.instant();
        var expires = now.plus(settings.expiry());
        var issued = new ArrayList<Issued>(targets.size());
        var rows = new ArrayList<ActivationRepository.Row>(targets.size());
        for (var target : targets) {
            var code = ActivationCode.random();
            rows.add(new ActivationRepository.Row(target.account(), code.hash(target.account())));
            issued.add(new Issued(target.login(), target.unitCode(), target.unitName(), target.tier(), code, expires));
        }
        activations.replace(rows, by.account(), now, expires);
        trail.recordAll(rows.stream()
                .map(row -> Deed.change(
                        by.actor(), "code.issued", "account", row.account().value(), "access"))
                .toList());
        return issued;
    }
}
