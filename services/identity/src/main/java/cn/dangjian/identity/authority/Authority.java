package cn.dangjian.identity.authority;

import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.AccountId;
import java.util.Collection;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 权限变更: what accounts may do has changed. Nothing else raises the version, so that no change of access goes
 * unannounced: identity refuses older tokens at once, the other services as soon as they hear of it.
 */
@Service
public class Authority {

    private final AuthorityRepository authorities;
    private final Outbox outbox;

    Authority(AuthorityRepository authorities, Outbox outbox) {
        this.authorities = authorities;
        this.outbox = outbox;
    }

    /** Every token that was given out to these accounts before is refused from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void raise(Collection<AccountId> accounts) {
        if (accounts.isEmpty()) return;
        var raised = authorities.raise(
                accounts.stream().map(AccountId::value).distinct().sorted().toList());
        outbox.appendAll(raised.stream()
                .map(changed -> new Outbox.Entry(
                        "identity.access-changed.v1", "account:" + changed.account(), changed.version(), null, changed))
                .toList());
    }

    /** The data of {@code contracts/events/access-changed.v1}. */
    record AccessChanged(long account, long version) {}
}
