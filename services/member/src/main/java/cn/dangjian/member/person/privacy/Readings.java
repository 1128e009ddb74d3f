package cn.dangjian.member.person.privacy;

import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.events.Outbox;
import cn.dangjian.platform.web.caller.AccountId;
import cn.dangjian.platform.web.paging.Slice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 调阅留痕: what is shown in clear is written down in the transaction that shows it, and told to the audit trail. */
@Service
public class Readings {

    private static final String TYPE = "member.personal-data-read.v1";

    private final ReadingRepository readings;
    private final Outbox outbox;

    Readings(ReadingRepository readings, Outbox outbox) {
        this.readings = readings;
        this.outbox = outbox;
    }

    /**
     * The data of {@code contracts/events/personal-data-read.v1}.
     *
     * @param ids of the person; of the reading itself if it was of many
     * @param people how many, if it was of many
     */
    record PersonalDataRead(
            String kind,
            List<Long> ids,
            @Nullable Integer people,
            long account,
            long post,
            String purpose,
            Instant at) {}

    /** Who was shown it, and from where. */
    public record Reader(AccountId account, long post, UnitId unit, Instant at) {

        static Reader of(Desk desk) {
            return new Reader(
                    desk.caller().account(), desk.caller().post(), desk.unit().id(), desk.now());
        }
    }

    /** Of one person. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(What what, long member, String purpose, Desk desk) {
        tell(what, member, 1, purpose, Reader.of(desk));
    }

    /** Of one person, to whom another service has shown it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(What what, long member, String purpose, Reader by) {
        tell(what, member, 1, purpose, by);
    }

    /** Of many at once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfMany(What what, int many, String purpose, Desk desk) {
        tell(what, null, many, purpose, Reader.of(desk));
    }

    private void tell(What what, @Nullable Long member, int many, String purpose, Reader by) {
        long reading = readings.insert(member, what, many, purpose, by);
        outbox.append(
                TYPE,
                "personal-data-read:" + reading,
                1,
                "account:" + by.account().value(),
                new PersonalDataRead(
                        what.kind(),
                        List.of(member == null ? reading : member),
                        member == null ? many : null,
                        by.account().value(),
                        by.post(),
                        purpose,
                        by.at()));
    }

    /** How often an account was shown something in the last 24 hours; it is counted once at a time, from whichever post. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int inADay(What what, Desk desk) {
        var account = desk.caller().account();
        readings.lock(account);
        return readings.countSince(what, account.value(), desk.now().minus(Duration.ofDays(1)));
    }

    /** Who was shown something of a person, the newest first. */
    @Unscoped("the person was found in the caller's scope, or is the caller")
    public List<Reading> listOf(long member, Slice slice) {
        return readings.listOf(member, slice);
    }
}
