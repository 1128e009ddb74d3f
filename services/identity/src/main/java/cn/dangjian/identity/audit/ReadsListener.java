package cn.dangjian.identity.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import cn.dangjian.identity.audit.Deed.Kind;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.web.caller.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /**
     * @param ids several things that were shown at once, each of which is a deed; exports are one, whose number it is
     * @param people whom an export names
     */
    record MembersRead(
            String kind, List<Long> ids, @Nullable Long people, long account, long post, String purpose, Instant at) {

        Stream<Deed> deeds(Event<?> event) {
            var who = new Actor(new AccountId(account), post, null);
            String why = people == null ? purpose : purpose + "（" + people + " 人）";
            return ids.stream()
                    .map(id -> new Deed(
                            who,
                            "member",
                            source(event, id),
                            at,
                            Kind.READ,
                            kind + ".read",
                            kind,
                            String.valueOf(id),
                            why));
        }

        /** The same for the same reading, however often it is heard. */
        private UUID source(Event<?> event, long id) {
            return ids.size() == 1 ? event.id() : UUID.nameUUIDFromBytes((event.id() + ":" + id).getBytes(US_ASCII));
        }
    }

    @Hears("member.personal-data-read.v1")
    void onMembers(List<Event<MembersRead>> events) {
        trail.recordAll(
                events.stream().flatMap(event -> event.data().deeds(event)).toList());
    }
}
