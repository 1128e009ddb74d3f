package cn.dangjian.organization.field.advice;

import cn.dangjian.organization.field.advice.Advice.Kind;
import cn.dangjian.organization.field.advice.Advice.Level;
import cn.dangjian.organization.field.advice.Advice.Subject;
import cn.dangjian.organization.register.chainrate.ChainSizeTable.Size;
import cn.dangjian.organization.register.coverage.CoverageTable.Uncovered;
import cn.dangjian.platform.rules.book.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Compares facts with the rules of their place; a rule without a value advises nothing. */
@Component
class Advisor {

    private static final List<String> COMMITTEE = List.of(
            "formation.branch.committee.size.min",
            "formation.branch.committee.size.max",
            "formation.branch.committee.size.most");

    private final AdviceRules lines;

    Advisor(AdviceRules lines) {
        this.lines = lines;
    }

    /** Which side of a rule's value a fact has to be on to be worth an advice. */
    private enum Side {
        BELOW,
        ABOVE,
        FROM;

        boolean holds(int fact, BigDecimal value) {
            int compared = BigDecimal.valueOf(fact).compareTo(value);
            return switch (this) {
                case BELOW -> compared < 0;
                case ABOVE -> compared > 0;
                case FROM -> compared >= 0;
            };
        }
    }

    Level level(Kind kind) {
        return lines.line(kind).level();
    }

    List<Advice> advise(UnitFacts unit, Rules rules) {
        var advice = new ArrayList<Advice>();
        if (unit.counted()) {
            advise(Kind.JOIN, Side.BELOW, unit.full(), unit, rules).ifPresent(advice::add);
            advise(Kind.DIVIDE, Side.ABOVE, unit.own(), unit, rules).ifPresent(advice::add);
            advise(Kind.BRANCH_COMMITTEE, Side.FROM, unit.full(), unit, rules).ifPresent(advice::add);
            advise(Kind.SECRETARY_ONLY, Side.BELOW, unit.full(), unit, rules).ifPresent(advice::add);
        }
        var committee = advise(Kind.COMMITTEE, Side.FROM, unit.all(), unit, rules);
        committee
                .or(() -> advise(Kind.GENERAL_BRANCH, Side.FROM, unit.all(), unit, rules))
                .ifPresent(advice::add);
        advise(Kind.DELEGATES, Side.FROM, unit.all(), unit, rules).ifPresent(advice::add);
        if (unit.covers() > 0 && unit.withRetireeBranch() == 0) {
            int retired = unit.retired() + unit.retiredBelow();
            advise(Kind.RETIREE_BRANCH, Side.FROM, retired, unit, rules).ifPresent(advice::add);
        }
        advise(Kind.TOO_MANY_UNITS, Side.ABOVE, unit.jointly(), unit, rules).ifPresent(advice::add);
        return advice;
    }

    List<Advice> advise(Uncovered unit, Rules rules) {
        var line = lines.line(Kind.COVER_UNIT);
        return rules.find(line.rule(), unit.path()).filter(value -> Side.FROM.holds(unit.members(), value)).stream()
                .map(value -> new Advice(
                        Kind.COVER_UNIT,
                        line.level(),
                        Subject.REGISTER_UNIT,
                        unit.id(),
                        unit.name(),
                        unit.path(),
                        line.rule(),
                        value,
                        rules.source(line.rule(), unit.path()),
                        unit.members(),
                        List.of()))
                .toList();
    }

    /** “把党组织建在产业链和区域链上” (S0): from so many units, or else so many members, on a chain. */
    List<Advice> advise(Size chain, Rules rules) {
        return advise(Kind.CHAIN_UNITS, chain.units(), chain, rules)
                .or(() -> advise(Kind.CHAIN_MEMBERS, chain.members(), chain, rules))
                .stream()
                .toList();
    }

    private Optional<Advice> advise(Kind kind, int fact, Size chain, Rules rules) {
        var line = lines.line(kind);
        return rules.find(line.rule(), chain.path())
                .filter(value -> Side.FROM.holds(fact, value))
                .map(value -> new Advice(
                        kind,
                        line.level(),
                        Subject.CHAIN,
                        chain.id(),
                        chain.name(),
                        chain.path(),
                        line.rule(),
                        value,
                        rules.source(line.rule(), chain.path()),
                        fact,
                        List.of()));
    }

    private Optional<Advice> advise(Kind kind, Side side, int fact, UnitFacts unit, Rules rules) {
        var line = lines.line(kind);
        if (!lines.isFor(line, unit.kind())) return Optional.empty();
        return rules.find(line.rule(), unit.path())
                .filter(value -> side.holds(fact, value))
                .map(value -> new Advice(
                        kind,
                        line.level(),
                        Subject.UNIT,
                        unit.id(),
                        unit.name(),
                        unit.path(),
                        line.rule(),
                        value,
                        rules.source(line.rule(), unit.path()),
                        fact,
                        sizes(kind, unit.path(), rules)));
    }

    private static List<BigDecimal> sizes(Kind kind, String path, Rules rules) {
        Stream<String> names = kind == Kind.BRANCH_COMMITTEE ? COMMITTEE.stream() : Stream.of();
        return names.flatMap(name -> rules.find(name, path).stream()).toList();
    }
}
