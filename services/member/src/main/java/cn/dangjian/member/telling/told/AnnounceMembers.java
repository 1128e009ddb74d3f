package cn.dangjian.member.telling.told;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.standing.MemberId;
import cn.dangjian.member.person.standing.Period;
import cn.dangjian.member.person.standing.Standings;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.due.Told;
import cn.dangjian.member.telling.told.AnnounceMembers.Person;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Announces whose standing is due, with all periods of each, in replicas side by side. */
@Service
class AnnounceMembers implements Told<Person> {

    static final String KIND = "members";

    private final ToldQueries queries;
    private final Standings standings;
    private final Teller teller;

    AnnounceMembers(ToldQueries queries, Standings standings, Teller teller) {
        this.queries = queries;
        this.standings = standings;
        this.teller = teller;
    }

    /** The data of {@code contracts/events/members-changed.v1}. */
    record MembersChanged(List<Person> members) {}

    /** Somebody's periods, whole. */
    record Person(long member, List<ToldPeriod> periods) {}

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
        teller.announceDue(this);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String type() {
        return "member.members-changed.v1";
    }

    @Override
    @Unscoped("tells other services; nobody sees the rows")
    public List<Long> listAfter(long member, int most) {
        return queries.listAfter(member, most);
    }

    @Override
    public Map<Long, Person> states(List<Long> members) {
        var periods = standings.periods(members.stream().map(MemberId::new).toList());
        return members.stream().collect(toMap(member -> member, member -> person(member, periods)));
    }

    @Override
    public Object data(List<Person> page) {
        return new MembersChanged(page);
    }

    private static Person person(long member, Map<MemberId, List<Period>> periods) {
        return new Person(
                member,
                periods.getOrDefault(new MemberId(member), List.of()).stream()
                        .map(ToldPeriod::of)
                        .toList());
    }
}
