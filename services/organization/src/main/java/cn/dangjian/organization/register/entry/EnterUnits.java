package cn.dangjian.organization.register.entry;

import cn.dangjian.organization.register.code.CreditCode;
import cn.dangjian.organization.register.entry.RegisterRepository.Entry;
import cn.dangjian.organization.register.entry.RegisterRepository.Known;
import cn.dangjian.organization.register.entry.RegisteredUnit.Facts;
import cn.dangjian.organization.sheet.Rejection;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    EnterUnits(RegisterRepository register, Keeper keeper) {
        this.register = register;
        this.keeper = keeper;
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
        var general = keeper.refuse(caller);
        var places = places(lines, caller);
        var taken = taken(lines);
        var there = there(lines, places);
        var refused = new ArrayList<Rejection>();
        var entries = new ArrayList<Entry>();
        for (var line : lines) {
            var place = places.get(line.placeCode());
            var why = general != null ? general : refuse(line, place, taken, there);
            if (why == null && place != null) entries.add(entry(line, place));
            else refused.add(told(line, why == null ? new Refusal.NoSuchPlace() : why));
        }
        register.insertAll(entries, keeper.said(caller));
        return refused;
    }

    private Map<String, Unit> places(List<Line> lines, Caller caller) {
        var codes = lines.stream().map(Line::placeCode).collect(Collectors.toSet());
        return register.listPlaces(codes, keeper.scope(caller)).stream()
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

    /** Of lines with the same credit code, or without one and otherwise equal, the first one that is right counts. */
    private @Nullable Refusal refuse(Line line, @Nullable Unit place, Set<String> taken, Set<Known> there) {
        String text = line.creditCode();
        var code = text == null ? null : CreditCode.parse(text).orElse(null);
        if (text != null && code == null) return new Refusal.CodeMalformed(text);
        var refusal = keeper.refuse(line.type(), place);
        if (refusal == null) refusal = keeper.refuse(line.on(), LocalDate.MIN);
        if (refusal == null && code != null && !taken.add(code.value())) return new Refusal.CodeTaken(code.value());
        if (refusal == null && code == null && place != null && !there.add(known(line, place)))
            return new Refusal.AlreadyThere(line.name());
        return refusal;
    }

    private static Known known(Line line, Unit place) {
        return new Known(place.id().value(), line.type(), line.name(), line.on());
    }

    private static Entry entry(Line line, Unit place) {
        String code = line.creditCode();
        var facts = new Facts(
                line.name(),
                code == null ? null : CreditCode.parse(code).orElseThrow(),
                line.type(),
                line.employees(),
                line.members(),
                place.id().value());
        return new Entry(facts, line.on());
    }

    private static Rejection told(Line line, Refusal why) {
        int number = line.number();
        return switch (why) {
            case Refusal.NotKeeper() -> Rejection.of(number, "", "register.not-keeper");
            case Refusal.NoSuchPlace() -> Rejection.of(number, "placeCode", "register.place-unknown", line.placeCode());
            case Refusal.PlaceUnfit() -> Rejection.of(number, "placeCode", "register.place-unfit", line.placeCode());
            case Refusal.TypeUnknown(var type) -> Rejection.of(number, "type", "register.type-unknown", type);
            case Refusal.CodeMalformed(var code) -> Rejection.of(number, "creditCode", "register.code-malformed", code);
            case Refusal.CodeTaken(var code) -> Rejection.of(number, "creditCode", "register.code-taken", code);
            case Refusal.AlreadyThere(var name) -> Rejection.of(number, "name", "register.already-there", name);
            case Refusal.Future(var today) -> Rejection.of(number, "on", "register.future", today.toString());
            case Refusal.TooEarly(var earliest) ->
                Rejection.of(number, "on", "register.too-early", earliest.toString());
            case Refusal.NoSuchUnit(),
                    Refusal.NoSuchPartyUnit(),
                    Refusal.PartyUnitUnfit(),
                    Refusal.NoLine(),
                    Refusal.FoundingUnknown(var _),
                    Refusal.Closed(var _),
                    Refusal.NotCovered() -> throw new IllegalStateException("Not of a new unit: " + why);
        };
    }
}
