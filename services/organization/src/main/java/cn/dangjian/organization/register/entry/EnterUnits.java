package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.ALREADY_THERE;
import static cn.dangjian.organization.register.entry.RegisterRefusal.CODE_TAKEN;

import cn.dangjian.organization.register.entry.RegisterRepository.Entry;
import cn.dangjian.organization.register.entry.RegisterRepository.Figures;
import cn.dangjian.organization.register.entry.RegisterRepository.Known;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.sheets.Rejection;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 批量登记: enters many units at once by the rules for one; those that a rule forbids are left out and told. */
@Service
public class EnterUnits {

    private final RegisterRepository register;
    private final Keeper keeper;
    private final Desks desks;

    EnterUnits(RegisterRepository register, Keeper keeper, Desks desks) {
        this.register = register;
        this.keeper = keeper;
        this.desks = desks;
    }

    /**
     * A unit as a list has it.
     *
     * @param number which of the list it is
     * @param placeCode of the township or village in which it lies
     */
    public record Line(
            int number,
            String name,
            @Nullable String creditCode,
            String type,
            int employees,
            int members,
            String placeCode,
            LocalDate on) {}

    @Transactional
    public Judged enter(List<Line> lines, Caller caller) {
        var desk = desks.of(caller);
        var places = places(lines, desk);
        var taken = taken(lines);
        var kept = new Kept(taken, register.held(taken, desk.scope()), there(lines, places), new HashSet<>());
        var refused = new ArrayList<Rejection>();
        var unchanged = new HashSet<Integer>();
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var place = places.get(line.placeCode());
            // nothing is written before all lines were looked at
            try {
                var facts = facts(line, place, desk);
                var differences = kept.differences(facts, line.on());
                if (differences == null) entries.add(new Entry(facts, line.on()));
                else if (differences.isEmpty()) unchanged.add(line.number());
                else refused.add(differing(line, differences));
            } catch (ProblemException why) {
                refused.add(told(line, why));
            }
        }
        register.insertAll(entries, desk);
        return new Judged(refused, unchanged);
    }

    private static Rejection differing(Line line, List<Kept.Difference> differences) {
        String said = differences.stream().map(Kept.Difference::text).collect(Collectors.joining("; "));
        return Rejection.of(
                line.number(),
                differences.getFirst().column(),
                RegisterRefusal.DIFFERS.reason().code(),
                line.name(),
                said);
    }

    private Map<String, Unit> places(List<Line> lines, Desk desk) {
        var codes = lines.stream().map(Line::placeCode).collect(Collectors.toSet());
        return register.listPlaces(codes, desk.scope()).stream()
                .collect(Collectors.toMap(Unit::code, unit -> unit, (one, other) -> one));
    }

    private Set<String> taken(List<Line> lines) {
        var codes = new HashSet<String>();
        for (var line : lines) {
            String code = line.creditCode();
            if (code != null) codes.add(code.toUpperCase(Locale.ROOT));
        }
        return new HashSet<>(register.taken(codes));
    }

    /** What is kept already of lines without a credit code. */
    private Map<Known, Figures> there(List<Line> lines, Map<String, Unit> places) {
        var wanted = new HashSet<Known>();
        for (var line : lines) {
            var place = places.get(line.placeCode());
            if (line.creditCode() == null && place != null)
                wanted.add(new Known(place.id().value(), line.type(), line.name(), line.on()));
        }
        return wanted.isEmpty() ? Map.of() : register.known(wanted);
    }

    private Facts facts(Line line, @Nullable Unit place, Desk desk) {
        Keeper.require(desk);
        var code = EnterUnit.code(line.creditCode());
        keeper.requirePlace(line.type(), place);
        long at = Objects.requireNonNull(place).id().value();
        var facts = new Facts(line.name(), code, line.type(), line.employees(), line.members(), at);
        Keeper.requireFigures(facts);
        Keeper.require(line.on(), LocalDate.MIN, desk);
        return facts;
    }

    /** Of a place the file gives the code, which is told with it. */
    private static Rejection told(Line line, ProblemException why) {
        if (!(why.refusal() instanceof RegisterRefusal refusal)) throw why;
        var field = field(refusal);
        var values = field.equals("placeCode") ? List.of(line.placeCode()) : why.arguments();
        return new Rejection(line.number(), field, why.code(), values);
    }

    private static String field(RegisterRefusal why) {
        return switch (why) {
            case NOT_KEEPER -> "";
            case PLACE_UNKNOWN, PLACE_UNFIT -> "placeCode";
            case TYPE_UNKNOWN -> "type";
            case CODE_MALFORMED, CODE_TAKEN -> "creditCode";
            case ALREADY_THERE -> "name";
            case MORE_MEMBERS -> "members";
            case FUTURE, TOO_EARLY -> "on";
            case UNKNOWN,
                    PARTY_UNIT_UNKNOWN,
                    PARTY_UNIT_UNFIT,
                    NO_LINE,
                    FOUNDING_UNKNOWN,
                    DIFFERS,
                    CLOSED,
                    NOT_COVERED -> throw new IllegalStateException("Not of a new unit: " + why);
        };
    }

    /**
     * What the register has already of the units of a list. A unit is known by its credit code, without one by its place, type,
     * name and first day.
     *
     * @param taken credit codes of open units, wherever they are, and of lines before
     * @param held those of them that the sender sees
     * @param there units without a credit code
     * @param before those of lines before
     */
    private record Kept(
            Set<String> taken, Map<String, RegisteredUnit> held, Map<Known, Figures> there, Set<Known> before) {

        /** A column that says something else than the register. */
        record Difference(String column, String title, Object kept, Object said) {

            String text() {
                return title + " " + kept + " → " + said;
            }
        }

        /**
         * What a line says otherwise than the register; null if it is new. Of lines with the same credit code, or without one and
         * otherwise equal, the first one counts.
         */
        @Nullable
        List<Difference> differences(Facts facts, LocalDate on) {
            String code = facts.code();
            if (code != null) {
                var unit = held.get(code);
                if (unit != null) return differences(unit, facts, on);
                if (!taken.add(code)) throw CODE_TAKEN.with(code);
                return null;
            }
            var known = new Known(facts.place(), facts.type(), facts.name(), on);
            var figures = there.get(known);
            if (figures != null) return differences(figures, facts);
            if (!before.add(known)) throw ALREADY_THERE.with(facts.name());
            return null;
        }

        private static List<Difference> differences(RegisteredUnit unit, Facts said, LocalDate on) {
            var kept = unit.facts();
            var found = new ArrayList<Difference>();
            add(found, "name", "单位名称", kept.name(), said.name());
            add(found, "type", "单位类型", kept.type(), said.type());
            if (kept.place() != said.place()) found.add(new Difference("placeCode", "所在地代码", "", "(迁移)"));
            add(found, "on", "起始日期", unit.since(), on);
            found.addAll(differences(new Figures(kept.employees(), kept.members()), said));
            return found;
        }

        private static List<Difference> differences(Figures kept, Facts said) {
            var found = new ArrayList<Difference>();
            add(found, "employees", "从业人数", kept.employees(), said.employees());
            add(found, "members", "党员人数", kept.members(), said.members());
            return found;
        }

        private static void add(List<Difference> found, String column, String title, Object kept, Object said) {
            if (!kept.equals(said)) found.add(new Difference(column, title, kept, said));
        }
    }
}
