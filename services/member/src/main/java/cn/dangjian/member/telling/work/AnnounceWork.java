package cn.dangjian.member.telling.work;

import static java.util.stream.Collectors.toMap;

import cn.dangjian.member.person.quality.Quality;
import cn.dangjian.member.person.quality.UnitQuality;
import cn.dangjian.member.telling.due.Teller;
import cn.dangjian.member.telling.due.Told;
import cn.dangjian.member.telling.work.UnitWork.Development;
import cn.dangjian.member.telling.work.UnitWork.Files;
import cn.dangjian.member.telling.work.UnitWork.Floating;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Announces the work of the units that are due, whole, and keeps how whole their files are. */
@Service
class AnnounceWork implements Told<UnitWork> {

    static final String KIND = "work";

    private final WorkQueries queries;
    private final WorkTable table;
    private final Quality quality;
    private final Teller teller;
    private final Days days;

    AnnounceWork(WorkQueries queries, WorkTable table, Quality quality, Teller teller, Days days) {
        this.queries = queries;
        this.table = table;
        this.quality = quality;
        this.teller = teller;
        this.days = days;
    }

    /** The data of {@code contracts/events/work-changed.v1}. */
    record WorkChanged(List<UnitWork> units) {}

    @Scheduled(fixedDelayString = "PT0.3S")
    void announceDue() {
        teller.announceDue(this);
    }

    /** What was due until yesterday is overdue today, without anybody having done anything. */
    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT10M")
    @Transactional
    public void beginDay() {
        var today = days.today();
        var last = table.findDay();
        if (!table.begin(today) || last.isEmpty()) return;
        teller.markAgain(KIND, new TreeSet<>(queries.overdue(last.get(), today)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public String type() {
        return "member.work-changed.v1";
    }

    @Override
    @Unscoped("tells other services; nobody sees the rows")
    public List<Long> listAfter(long unit, int most) {
        return queries.listAfter(unit, most);
    }

    @Override
    public Map<Long, UnitWork> states(List<Long> units) {
        var today = days.today();
        var files = quality.units(units).stream().collect(toMap(UnitQuality::unit, unit -> unit));
        for (long unit : units) files.putIfAbsent(unit, UnitQuality.none(unit));
        table.save(files.values());
        var developments = queries.developments(units, today);
        var floatings = queries.floatings(units, today);
        return units.stream()
                .collect(toMap(
                        unit -> unit,
                        unit -> new UnitWork(
                                new UnitId(unit),
                                today,
                                Files.of(Objects.requireNonNull(files.get(unit))),
                                developments.getOrDefault(unit, new Development(Map.of(), 0)),
                                floatings.getOrDefault(unit, Floating.NONE))));
    }

    @Override
    public Object data(List<UnitWork> page) {
        return new WorkChanged(page);
    }
}
