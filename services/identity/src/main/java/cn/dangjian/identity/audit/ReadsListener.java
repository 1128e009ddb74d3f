package cn.dangjian.identity.audit;

import cn.dangjian.identity.audit.Deed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * 调阅留痕: takes over what other services have shown of people. They announce it in the transaction that shows it, so that
 * no reading is lost; heard again, also after the inbox has forgotten it, it is written down once.
 */
@Component
class ReadsListener {

    private final Trail trail;

    ReadsListener(Trail trail) {
        this.trail = trail;
    }

    record PersonalDataRead(String kind, long id, long account, long post, String purpose, Instant at) {

        Deed deed(Event<?> event) {
            String service = event.type().substring(0, event.type().indexOf('.'));
            var who = new Actor(new AccountId(account), post, null);
            return new Deed(who, service, event.id(), at, Kind.READ, kind + ".read", kind, String.valueOf(id), purpose);
        }
    }

    @Hears("organization.personal-data-read.v1")
    void on(List<Event<PersonalDataRead>> events) {
        trail.recordAll(events.stream().map(event -> event.data().deed(event)).toList());
    }
}
