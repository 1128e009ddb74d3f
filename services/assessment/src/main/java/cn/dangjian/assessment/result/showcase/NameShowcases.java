package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.NAMED_ALREADY;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.NOT_FIVE_STARS;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.NOT_NAMING;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.NOT_ON_FILE;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.OVER_LIMIT;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.UNITS_ENDED;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.UNITS_TWICE;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.UNITS_UNKNOWN;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.YEAR_AHEAD;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import cn.dangjian.assessment.result.grade.GradeTable;
import cn.dangjian.assessment.result.grade.GradeTable.Starred;
import cn.dangjian.assessment.result.showcase.ShowcaseRepository.Named;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 确定示范点: a city, a county or the province names units below it as models of a year, out of those whose last stars on
 * file are five, as many of a county as the rule allows: all of them, or none.
 */
@Service
class NameShowcases {

    private static final String MOST = "assessment.showcase.county.most";

    private final ShowcaseRepository showcases;
    private final GradeTable grades;
    private final Directory directory;
    private final Rulebook rulebook;
    private final TellShowcases tellShowcases;

    NameShowcases(
            ShowcaseRepository showcases,
            GradeTable grades,
            Directory directory,
            Rulebook rulebook,
            TellShowcases tellShowcases) {
        this.showcases = showcases;
        this.grades = grades;
        this.directory = directory;
        this.rulebook = rulebook;
        this.tellShowcases = tellShowcases;
    }

    /** @param evidence what is to be seen there; null if nothing is said of it */
    record UnitRequest(
            long unit,

            @Nullable @Size(max = 900) @Stripped(lines = true)
            String evidence) {}

    record NamingRequest(
            @Min(2000) @Max(2100) int year,
            @NotEmpty @Size(max = 200) List<@NotNull @Valid UnitRequest> units,
            @NotBlank @Size(max = 100) @Stripped String document,

            @NotBlank @Size(max = 900) @Stripped(lines = true)
            String reason) {

        List<Long> asked() {
            return units.stream().map(UnitRequest::unit).toList();
        }
    }

    @Transactional
    List<Showcase> name(NamingRequest request, Desk desk) {
        NOT_NAMING.unless(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        if (request.year() > desk.today().getYear())
            throw YEAR_AHEAD.with(String.valueOf(desk.today().getYear()));
        refuseTwice(request);
        var owner = desk.unit().id();
        var held = new TreeSet<>(request.asked());
        held.add(owner.value());
        showcases.lock(held);

        var units = units(request, desk);
        var standing = showcases.listStanding(owner, request.year());
        refuseNamed(units.values(), standing);
        var stars = stars(units.values(), request.year());
        var areas = areas(units.values(), desk);
        refuseOver(areas.values(), standing, desk);

        showcases.insert(
                request.year(),
                request.document(),
                request.reason(),
                request.units().stream().map(one -> named(one, areas, stars)).toList(),
                desk);
        tellShowcases.tell(units.keySet(), desk.subject());
        return showcases.listStanding(owner, request.year()).stream()
                .filter(one -> units.containsKey(one.unit()))
                .toList();
    }

    private static Named named(UnitRequest request, Map<Long, Unit> areas, Map<Long, Starred> stars) {
        var area = Objects.requireNonNull(areas.get(request.unit()));
        var last = Objects.requireNonNull(stars.get(request.unit()));
        return new Named(request.unit(), area.id().value(), last.grading(), last.year(), request.evidence());
    }

    private static void refuseTwice(NamingRequest request) {
        var seen = new HashSet<Long>();
        var twice = request.asked().stream().filter(unit -> !seen.add(unit)).toList();
        if (!twice.isEmpty()) throw UNITS_TWICE.with(numbers(twice));
    }

    /** By their numbers, in the order of the request. */
    private Map<Long, Unit> units(NamingRequest request, Desk desk) {
        var found = directory.find(request.asked().stream().map(UnitId::new).toList(), desk.scope()).stream()
                .collect(toMap(unit -> unit.id().value(), Function.identity()));
        var unknown = request.asked().stream()
                .filter(unit -> !found.containsKey(unit))
                .toList();
        if (!unknown.isEmpty()) throw UNITS_UNKNOWN.with(numbers(unknown));
        var units = new LinkedHashMap<Long, Unit>();
        for (long unit : request.asked()) units.put(unit, found.get(unit));
        var ended = units.values().stream().filter(Unit::isAbolished).toList();
        if (!ended.isEmpty()) throw UNITS_ENDED.with(names(ended));
        return units;
    }

    private static void refuseNamed(Collection<Unit> units, List<Showcase> standing) {
        var named = units.stream()
                .filter(unit -> standing.stream()
                        .anyMatch(one -> one.unit() == unit.id().value()))
                .toList();
        if (!named.isEmpty()) throw NAMED_ALREADY.with(names(named));
    }

    /** The last stars on file of each unit, of the year or the one before: all of them five. */
    private Map<Long, Starred> stars(Collection<Unit> units, int year) {
        var given = grades
                .listStars(units.stream().map(unit -> unit.id().value()).toList(), year - 1, year)
                .stream()
                .collect(groupingBy(Starred::unit));
        var last = new LinkedHashMap<Long, Starred>();
        var open = new ArrayList<Unit>();
        var fewer = new ArrayList<Unit>();
        for (var unit : units) {
            var all = given.getOrDefault(unit.id().value(), List.of());
            var filed = all.stream().filter(Starred::isFiled).toList();
            if (filed.isEmpty() && !all.isEmpty()) open.add(unit);
            else if (filed.isEmpty() || !filed.getLast().isBest()) fewer.add(unit);
            else last.put(unit.id().value(), filed.getLast());
        }
        if (!fewer.isEmpty()) throw NOT_FIVE_STARS.with(names(fewer), String.valueOf(year - 1), String.valueOf(year));
        if (!open.isEmpty()) throw NOT_ON_FILE.with(names(open), String.valueOf(year - 1), String.valueOf(year));
        return last;
    }

    /** In which county each unit stands, by its number; if in none, the unit that names it takes its place. */
    private Map<Long, Unit> areas(Collection<Unit> units, Desk desk) {
        var paths = new TreeSet<String>();
        for (var unit : units) paths.addAll(above(unit));
        var counties = showcases.listCounties(paths).stream().collect(toMap(Unit::path, Function.identity()));
        return units.stream().collect(toMap(unit -> unit.id().value(), unit -> above(unit).stream()
                .filter(counties::containsKey)
                .findFirst()
                .map(counties::get)
                .orElse(desk.unit())));
    }

    /** The paths of what is above it, the nearest first. */
    private static List<String> above(Unit unit) {
        var paths = new ArrayList<String>();
        String path = unit.path();
        for (int end = path.length() - Unit.SEGMENT; end > 0; end -= Unit.SEGMENT) paths.add(path.substring(0, end));
        return paths;
    }

    /** As many of a county as the rule allows; where none is set, any number. */
    private void refuseOver(Collection<Unit> areas, List<Showcase> standing, Desk desk) {
        var rules = rulebook.on(desk.today());
        var more = areas.stream().collect(groupingBy(area -> area.id().value()));
        for (var same : more.values()) {
            var area = same.getFirst();
            var most = rules.find(MOST, area.path());
            if (most.isEmpty()) continue;
            long there = standing.stream()
                    .filter(one -> one.county() == area.id().value())
                    .count();
            long all = there + same.size();
            if (all > most.get().intValueExact())
                throw OVER_LIMIT.with(area.name(), all, most.get().intValueExact(), rules.source(MOST, area.path()));
        }
    }

    private static String names(Collection<Unit> units) {
        return units.stream().map(Unit::name).collect(joining("、"));
    }

    private static String numbers(Collection<Long> units) {
        return units.stream().map(String::valueOf).collect(joining("、"));
    }
}
