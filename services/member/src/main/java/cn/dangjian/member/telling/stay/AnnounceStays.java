package cn.dangjian.member.telling.stay;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.due.Told;
import cn.dangjian.member.telling.stay.AnnounceStays.UnitStays;
import cn.dangjian.member.telling.stay.StayQueries.Taken;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Announces who stays at the units that are due, with all stays of each, in replicas side by side. */
@Service
class AnnounceStays implements Told<UnitStays> {

    static final String KIND = "stays";

    private final StayQueries queries;
    private final Teller teller;
    private final Days days;

    AnnounceStays(StayQueries queries, Teller teller, Days days) {
        this.queries = queries;
        this.teller = teller;
        this.days = days;
    }

    /** The data of {@code contracts/events/stays-changed.v1}. */
    record StaysChanged(List<UnitStays> units) {}

    /** Who stays or has stayed at a unit, whole. */
    record UnitStays(long unit, List<Stay> stays) {}

    /** @param to the last day; null while he stays */
    record Stay(long member, LocalDate from, @Nullable LocalDate to) {}

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
        return "member.stays-changed.v1";
    }

    @Override
    @Unscoped("tells other services; nobody sees the rows")
    public List<Long> listAfter(long unit, int most) {
        return queries.listAfter(unit, most);
    }

    @Override
    public Map<Long, UnitStays> states(List<Long> units) {
        var stays = queries.list(units).stream().collect(groupingBy(Taken::unit));
        return units.stream()
                .collect(toMap(
                        unit -> unit,
                        unit -> new UnitStays(
                                unit,
                                stays.getOrDefault(unit, List.of()).stream()
                                        .map(this::stay)
                                        .toList())));
    }

    @Override
    public Object data(List<UnitStays> page) {
        return new StaysChanged(page);
    }

    private Stay stay(Taken taken) {
        return new Stay(taken.member(), taken.acceptedOn(), end(taken));
    }

    private @Nullable LocalDate end(Taken taken) {
        var closed = taken.closedAt();
        if (taken.returnedOn() != null || closed == null) return taken.returnedOn();
        return days.dayOf(closed);
    }
}
