package cn.dangjian.dues.roll;

import static java.util.stream.Collectors.groupingBy;

import cn.dangjian.dues.roll.PayerTable.Period;
import cn.dangjian.platform.events.Event;
import cn.dangjian.platform.events.Hears;
import cn.dangjian.platform.events.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hears who is a member where; whole states, of which the newest of a page counts. */
@Component
class PayerListener {

    private static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    private final PayerTable table;
    private final List<PayerObserver> observers;

    PayerListener(PayerTable table, List<PayerObserver> observers) {
        this.table = table;
        this.observers = observers;
    }

    /** Of {@code member.members-changed.v1} what is about paying. */
    record MembersChanged(List<Told> members) {}

    record Told(long member, List<ToldPeriod> periods) {}

    record ToldPeriod(
            LocalDate from,
            @Nullable LocalDate to,
            String status,
            @Nullable Long unit,
            @Nullable String memberClass) {}

    @Hears(value = "member.members-changed.v1", order = Order.LATEST)
    void on(Event<MembersChanged> event) {
        var told = new TreeMap<Long, List<Period>>();
        for (var one : event.data().members())
            told.put(
                    one.member(),
                    one.periods().stream()
                            .map(period -> period(one.member(), period))
                            .toList());
        var known = table.list(told.keySet()).stream().collect(groupingBy(Period::member));
        var changed = new TreeMap<Long, LocalDate>();
        told.forEach((member, periods) -> {
            var since = firstOther(known.getOrDefault(member, List.of()), periods);
            if (since != null) changed.put(member, since);
        });
        if (changed.isEmpty()) return;

        var fresh = new ArrayList<Period>();
        changed.keySet().forEach(member -> fresh.addAll(Objects.requireNonNull(told.get(member))));
        table.replace(changed.keySet(), fresh);
        for (var observer : observers) observer.payersChanged(Map.copyOf(changed));
    }

    /** The first day on which two lists of periods differ; null if they are the same. */
    private static @Nullable LocalDate firstOther(List<Period> known, List<Period> told) {
        if (known.equals(told)) return null;
        for (int at = 0; at < Math.min(known.size(), told.size()); at++) {
            var before = known.get(at);
            var after = told.get(at);
            if (before.equals(after)) continue;
            if (!before.from().equals(after.from())) return earlier(before.from(), after.from());
            // one that was open has ended, or the other way round: up to the nearer end nothing has changed
            boolean same = before.status().equals(after.status())
                    && before.unit() == after.unit()
                    && Objects.equals(before.as(), after.as());
            return same ? earlier(before.to(), after.to()).plusDays(1) : before.from();
        }
        return known.size() > told.size()
                ? known.get(told.size()).from()
                : told.get(known.size()).from();
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static Period period(long member, ToldPeriod told) {
        return new Period(
                member,
                told.from(),
                Objects.requireNonNullElse(told.to(), FOREVER),
                told.status(),
                Objects.requireNonNullElse(told.unit(), 0L),
                told.memberClass());
    }
}
