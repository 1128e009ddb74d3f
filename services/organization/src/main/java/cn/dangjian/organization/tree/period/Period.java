package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a unit is from one day to the day before another.
 *
 * @param to the first day on which it is something else; {@link #FOREVER} if none is known
 * @param ended whether it does not exist any more
 * @param parent null for a province
 * @param line the committee (行业党委、工委) that supervises it beside its parent (条); null if none was told to
 * @param because what made it so
 */
public record Period(
        UnitId unit,
        LocalDate from,
        LocalDate to,
        boolean ended,
        @Nullable UnitId parent,
        @Nullable UnitId line,
        String code,
        String name,
        Tier tier,
        String kind,
        String domain,
        Approval because) {

    public static final LocalDate FOREVER = LocalDate.of(9999, 12, 31);

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(to);
    }

    Period between(LocalDate newFrom, LocalDate newTo) {
        return new Period(unit, newFrom, newTo, ended, parent, line, code, name, tier, kind, domain, because);
    }

    Period ended(Approval approval) {
        return new Period(unit, from, to, true, parent, line, code, name, tier, kind, domain, approval);
    }

    /** The same unit under another name. */
    public static UnaryOperator<Period> named(String name) {
        return p -> new Period(
                p.unit, p.from, p.to, p.ended, p.parent, p.line, p.code, name, p.tier, p.kind, p.domain, p.because);
    }

    /** The same unit as an organisation of another kind. */
    public static UnaryOperator<Period> ofKind(String kind, String domain) {
        return p -> new Period(
                p.unit, p.from, p.to, p.ended, p.parent, p.line, p.code, p.name, p.tier, kind, domain, p.because);
    }

    /** The same unit under another parent. */
    public static UnaryOperator<Period> under(UnitId parent) {
        return p -> new Period(
                p.unit, p.from, p.to, p.ended, parent, p.line, p.code, p.name, p.tier, p.kind, p.domain, p.because);
    }

    /** The same unit, supervised by a committee of a line, or by none. */
    public static UnaryOperator<Period> supervisedBy(@Nullable UnitId line) {
        return p -> new Period(
                p.unit, p.from, p.to, p.ended, p.parent, line, p.code, p.name, p.tier, p.kind, p.domain, p.because);
    }

    Period because(Approval approval) {
        return new Period(unit, from, to, ended, parent, line, code, name, tier, kind, domain, approval);
    }
}
