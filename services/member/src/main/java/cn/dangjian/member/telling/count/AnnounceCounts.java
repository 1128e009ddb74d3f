package cn.dangjian.member.telling.count;

import cn.dangjian.member.telling.count.UnitCount.Counter;
import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.due.Told;
import cn.dangjian.member.telling.kept.KeepCounts;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 公布党员数: announces the numbers of the units that are due, whole, in replicas side by side. */
@Service
class AnnounceCounts implements Told<UnitCount> {

    static final String KIND = "counts";

    private final PeopleQueries queries;
    private final MonthTable months;
    private final KeepCounts keep;
    private final Teller teller;
    private final Days days;

    AnnounceCounts(PeopleQueries queries, MonthTable months, KeepCounts keep, Teller teller, Days days) {
        this.queries = queries;
        this.months = months;
        this.keep = keep;
        this.teller = teller;
        this.days = days;
    }

    /** The data of {@code contracts/events/counts-changed.v1}. */
    record CountsChanged(List<UnitCount> counts) {}

    @Scheduled(fixedDelayString = "PT0.3S")
    void announceDue() {
        teller.announceDue(this);
    }

    /** On the first of a month everybody's age is another one. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @Transactional
    public void beginMonth() {
        if (months.begin(asOf())) teller.markAll(this);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String type() {
        return "member.counts-changed.v1";
    }

    @Override
    @Unscoped("tells other services; nobody sees the rows")
    public List<Long> listAfter(long unit, int most) {
        return queries.listAfter(unit, most);
    }

    /** And keeps them for those who ask. */
    @Override
    public Map<Long, UnitCount> states(List<Long> units) {
        keep.keep(units);
        var counters = new HashMap<Long, Counter>();
        for (long unit : units) counters.put(unit, new Counter(new UnitId(unit), asOf()));
        for (var one : queries.listPeople(units)) {
            counters.computeIfAbsent(one.unit().value(), unit -> new Counter(one.unit(), asOf()))
                    .add(one);
        }
        var counts = new HashMap<Long, UnitCount>();
        counters.forEach((unit, counter) -> counts.put(unit, counter.count()));
        return counts;
    }

    @Override
    public Object data(List<UnitCount> page) {
        return new CountsChanged(page);
    }

    private LocalDate asOf() {
        return days.today().withDayOfMonth(1);
    }
}
