package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.tree.rollup.Counter;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.book.Rules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All advice of today, read from the facts; of it only sums are kept. */
@Component
class AdviceBook implements Counter {

    private static final String PREFIX = "advice.";

    private final Facts facts;
    private final Advisor advisor;
    private final Rulebook rulebook;
    private final Days days;

    AdviceBook(Facts facts, Advisor advisor, Rulebook rulebook, Days days) {
        this.facts = facts;
        this.advisor = advisor;
        this.rulebook = rulebook;
        this.days = days;
    }

    /** The figures of the kinds of a level, or of one kind; null asks for any. */
    List<String> figures(@Nullable Level level, @Nullable Kind wanted) {
        return Stream.of(Kind.values())
                .filter(kind -> wanted == null || wanted == kind)
                .filter(kind -> level == null || level == advisor.level(kind))
                .map(AdviceBook::figure)
                .toList();
    }

    private static String figure(Kind kind) {
        return PREFIX + kind.name();
    }

    static Kind kind(String figure) {
        return Kind.valueOf(figure.substring(PREFIX.length()));
    }

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public List<Own> count(Collection<Long> units) {
        return advice(units).stream()
                .collect(Collectors.groupingBy(
                        about -> new Own(about.place(), figure(about.advice().kind()), 1),
                        Collectors.summingInt(one -> 1)))
                .entrySet()
                .stream()
                .map(own -> new Own(own.getKey().unit(), own.getKey().figure(), own.getValue()))
                .toList();
    }

    /**
     * All advice about some Party units, and about the register units that lie directly there, in the order of the tree.
     *
     * @param units with their paths by the hierarchy that is asked by
     */
    List<Advice> about(Map<Long, String> units) {
        return advice(units.keySet()).stream()
                .map(placed -> placed.advice().at(units.getOrDefault(placed.place(), "")))
                .sorted(Advice.ORDER)
                .toList();
    }

    /** All advice about one register unit. */
    List<Advice> of(long registerUnit, Scope scope) {
        return facts.findUncovered(registerUnit, scope, days.today()).stream()
                .flatMap(unit -> advisor.advise(unit, rules()).stream())
                .toList();
    }

    /** All advice about one chain. */
    List<Advice> ofChain(long chain, Scope scope) {
        return facts.findChain(chain, scope, days.today()).stream()
                .flatMap(size -> advisor.advise(size, rules()).stream())
                .toList();
    }

    private Rules rules() {
        return rulebook.on(days.today());
    }

    /** @param place the Party unit that it is about, the place of the register unit, or the keeper of the chain */
    private record Placed(long place, Advice advice) {}

    private List<Placed> advice(Collection<Long> units) {
        var rules = rules();
        var day = days.today();
        var advice = new ArrayList<Placed>();
        for (var unit : facts.listUnits(units, day)) {
            advisor.advise(unit, rules).forEach(one -> advice.add(new Placed(unit.id(), one)));
        }
        for (var unit : facts.listUncovered(units, day)) {
            advisor.advise(unit, rules).forEach(one -> advice.add(new Placed(unit.place(), one)));
        }
        for (var chain : facts.listChains(units, day)) {
            advisor.advise(chain, rules).forEach(one -> advice.add(new Placed(chain.keeper(), one)));
        }
        return advice;
    }
}
