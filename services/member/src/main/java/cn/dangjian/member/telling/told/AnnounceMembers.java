package cn.dangjian.member.telling.told;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Announces whose standing is due, with all periods of each, in replicas side by side. */
@Service
class AnnounceMembers {

    private static final String TYPE = "member.members-changed.v1";

    /** Persons are announced in pages of this many neighbouring files. */
    private static final int PAGE = 500;

    private final ToldTable told;
    private final Standings standings;
    private final Outbox outbox;
    private final TransactionTemplate transaction;

    AnnounceMembers(ToldTable told, Standings standings, Outbox outbox, TransactionTemplate transaction) {
        this.told = told;
        this.standings = standings;
        this.outbox = outbox;
        this.transaction = transaction;
    }

    /** The data of {@code contracts/events/members-changed.v1}. */
    record MembersChanged(List<Told> members) {}

    /** Somebody's periods, whole. */
    record Told(long member, List<ToldPeriod> periods) {}

    /** @param to the last day; null if it goes on */
    record ToldPeriod(
            LocalDate from,
            @Nullable LocalDate to,
            Status status,
            @Nullable UnitId unit,
            @Nullable MemberClass memberClass,
            boolean lost) {

        static ToldPeriod of(Period period) {
            return new ToldPeriod(
                    period.fromOn(),
                    period.toOn().equals(Period.OPEN) ? null : period.toOn(),
                    period.status(),
                    period.unitId(),
                    period.memberClass(),
                    period.lost());
        }
    }

    @Scheduled(fixedDelayString = "PT0.3S")
    void announceDue() {
        while (Boolean.TRUE.equals(transaction.execute(status -> announceSome()))) {
            // one transaction after the other, until nobody is due
        }
    }

    private boolean announceSome() {
        var members = told.take(PAGE);
        if (members.isEmpty()) return false;
        var pages = members.stream().collect(groupingBy(member -> member / PAGE, TreeMap::new, toList()));
        // first the pages, so that what is read then is newer than what was announced of them
        var versions = told.nextVersions(pages.navigableKeySet());
        var periods = standings.periods(members.stream().map(MemberId::new).toList());
        var entries = new ArrayList<Outbox.Entry>();
        pages.forEach((page, ofPage) -> entries.add(new Outbox.Entry(
                TYPE,
                "members:" + page,
                Objects.requireNonNull(versions.get(page)),
                null,
                new MembersChanged(
                        ofPage.stream().map(member -> told(member, periods)).toList()))));
        outbox.appendAll(entries);
        told.done(members);
        return true;
    }

    private static Told told(long member, Map<MemberId, List<Period>> periods) {
        return new Told(
                member,
                periods.getOrDefault(new MemberId(member), List.of()).stream()
                        .map(ToldPeriod::of)
                        .toList());
    }
}
