package cn.dangjian.organization.register.entry;

import static cn.dangjian.organization.register.entry.RegisterRefusal.ALREADY_THERE;
import static cn.dangjian.organization.register.entry.RegisterRefusal.CODE_TAKEN;

import cn.dangjian.organization.register.entry.RegisterRepository.Entry;
import cn.dangjian.organization.register.entry.RegisterRepository.Known;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.sheet.Rejection;
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
    public List<Rejection> enter(List<Line> lines, Caller caller) {
        var desk = desks.of(caller);
        var places = places(lines, desk);
        var taken = taken(lines);
        var there = there(lines, places);
        var refused = new ArrayList<Rejection>();
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var place = places.get(line.placeCode());
            // nothing is written before all lines were looked at
            try {
                require(line, place, desk);
                entries.add(entry(line, Objects.requireNonNull(place), taken, there));
            } catch (ProblemException why) {
                refused.add(told(line, why));
            }
        }
        register.insertAll(entries, desk);
        return refused;
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
    private Set<Known> there(List<Line> lines, Map<String, Unit> places) {
        var wanted = new HashSet<Known>();
        for (var line : lines) {
            var place = places.get(line.placeCode());
            if (line.creditCode() == null && place != null) wanted.add(known(line, place));
        }
        return wanted.isEmpty() ? wanted : register.known(wanted);
    }

    private void require(Line line, @Nullable Unit place, Desk desk) {
        Keeper.require(desk);
        EnterUnit.code(line.creditCode());
        keeper.requirePlace(line.type(), place);
        Keeper.require(line.on(), LocalDate.MIN, desk);
    }

    /** Of lines with the same credit code, or without one and otherwise equal, the first one that is right counts. */
    private static Entry entry(Line line, Unit place, Set<String> taken, Set<Known> there) {
        var code = EnterUnit.code(line.creditCode());
        if (code != null && !taken.add(code.value())) throw CODE_TAKEN.with(code.value());
        if (code == null && !there.add(known(line, place))) throw ALREADY_THERE.with(line.name());
        long at = place.id().value();
        return new Entry(new Facts(line.name(), code, line.type(), line.employees(), line.members(), at), line.on());
    }

    private static Known known(Line line, Unit place) {
        return new Known(place.id().value(), line.type(), line.name(), line.on());
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
            case FUTURE, TOO_EARLY -> "on";
            case UNKNOWN, PARTY_UNIT_UNKNOWN, PARTY_UNIT_UNFIT, NO_LINE, FOUNDING_UNKNOWN, CLOSED, NOT_COVERED ->
                throw new IllegalStateException("Not of a new unit: " + why);
        };
    }
}
