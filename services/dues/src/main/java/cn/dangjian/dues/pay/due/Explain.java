package cn.dangjian.dues.pay.due;

import static cn.dangjian.dues.pay.due.DueRefusal.NOT_BILLED;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.pay.due.DueQueries.BillRow;
import cn.dangjian.dues.rate.relief.Reliefs;
import cn.dangjian.dues.rate.scale.Rate;
import cn.dangjian.dues.rate.scale.Rates;
import cn.dangjian.dues.rate.scale.Scale;
import cn.dangjian.platform.rules.book.Rulebook;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** 说明: why somebody owes what he owes of a month (U-12). */
@Service
class Explain {

    private static final long ONE_YUAN = 100;

    /** The article that allows to pay less. */
    private static final String RELIEF = "dues.relief.approval.tiers";

    private final DueQueries queries;
    private final Rates rates;
    private final Reliefs reliefs;
    private final Rulebook rulebook;

    Explain(DueQueries queries, Rates rates, Reliefs reliefs, Rulebook rulebook) {
        this.queries = queries;
        this.rates = rates;
        this.reliefs = reliefs;
        this.rulebook = rulebook;
    }

    /**
     * On what he pays.
     *
     * @param pay null for a scale that asks for none
     * @param from the month from which it counts; null if nobody has recorded anything, and the class decides
     */
    record BaseView(
            @Nullable Yuan pay,
            @Nullable YearMonth from,
            @Nullable String document) {}

    /**
     * By which rule.
     *
     * @param percent of the whole base; null for a flat amount
     * @param over the base is above this
     * @param upto and at most this
     */
    record RuleView(
            @Nullable BigDecimal percent,
            @Nullable Yuan over,
            @Nullable Yuan upto,
            String source,
            @Nullable String certainty) {}

    /**
     * Why he pays less.
     *
     * @param most what he pays of the month at most; 0.00 if nothing
     * @param source the article that allows it
     */
    record ReliefView(long id, Yuan most, String document, String source) {}

    /**
     * What more pay would do.
     *
     * @param due with one yuan more a month
     * @param bound up to which pay the percentage stays; null if it stays
     * @param justAbove what is owed one fen above that bound: the whole base takes the higher rate
     */
    record NextView(
            Yuan due, @Nullable Yuan bound, @Nullable Yuan justAbove) {}

    /** @param cause why what was billed before was not what is owed */
    record CorrectionView(
            Yuan amount, String cause, @Nullable String document) {}

    /**
     * @param formula the numbers in it, as one can compute it on paper
     * @param due what the rule and a relief give; the corrections bring what was billed to it
     * @param next null where more pay changes nothing, also while he is relieved
     */
    record Explanation(
            long member,
            YearMonth month,
            Yuan due,
            long unit,
            String unitName,
            @Nullable String status,
            @Nullable String memberClass,
            @Nullable Scale scale,
            BaseView base,
            @Nullable RuleView rule,
            @Nullable ReliefView relief,
            String formula,
            @Nullable NextView next,
            Yuan billed,
            List<CorrectionView> corrections) {}

    Explanation of(long member, YearMonth month) {
        var bills = queries.listBills(member, month.atDay(1));
        NOT_BILLED.when(bills.isEmpty());
        long due = bills.stream().mapToLong(BillRow::fen).sum();
        var last = bills.stream()
                .filter(bill -> bill.scale() != null)
                .reduce((before, after) -> after)
                .orElse(bills.getLast());
        boolean nothing = last.scale() == null || (due == 0 && last.dueFen() != 0);
        var scale = nothing ? null : Scale.valueOf(Objects.requireNonNull(last.scale()));
        return new Explanation(
                member,
                month,
                new Yuan(due),
                last.unit(),
                last.unitName(),
                last.status(),
                last.memberClass(),
                scale,
                base(last),
                scale == null ? null : rule(scale, last, month.atDay(1)),
                relief(last, month.atDay(1)),
                scale == null ? "0.00" : formula(scale, last, month.atDay(1)),
                scale == null || last.reliefId() != null ? null : next(scale, last, month.atDay(1)),
                new Yuan(bills.getFirst().seq() == 0 ? bills.getFirst().fen() : 0),
                bills.stream()
                        .filter(bill -> bill.seq() > 0)
                        .map(bill -> new CorrectionView(new Yuan(bill.fen()), bill.cause(), bill.document()))
                        .toList());
    }

    private BaseView base(BillRow bill) {
        if (bill.baseId() == null) return new BaseView(null, null, null);
        var source = queries.findBase(bill.baseId()).orElseThrow();
        var fen = bill.baseFen();
        return new BaseView(fen == null ? null : new Yuan(fen), YearMonth.from(source.fromMonth()), source.document());
    }

    private RuleView rule(Scale scale, BillRow bill, LocalDate month) {
        if (scale.isFlat())
            return new RuleView(null, null, null, rulebook.on(month).source(scale.flatRule(), bill.path()), null);
        var rate = rate(bill);
        return new RuleView(
                rate.percent(),
                new Yuan(rate.overFen()),
                rate.uptoFen() == null ? null : new Yuan(rate.uptoFen()),
                rate.source(),
                rate.certainty());
    }

    private @Nullable ReliefView relief(BillRow bill, LocalDate month) {
        if (bill.reliefId() == null) return null;
        var relief = reliefs.find(bill.reliefId()).orElseThrow();
        return new ReliefView(
                relief.id(),
                new Yuan(relief.fen()),
                relief.document(),
                rulebook.on(month).source(RELIEF));
    }

    private String formula(Scale scale, BillRow bill, LocalDate month) {
        var whole = scale.isFlat() ? flat(scale, bill, month) : percent(bill);
        return bill.reliefId() == null ? whole : "%s → %s".formatted(whole, new Yuan(bill.dueFen()));
    }

    private String flat(Scale scale, BillRow bill, LocalDate month) {
        if (bill.reliefId() == null) return new Yuan(bill.dueFen()).text();
        return new Yuan(rulebook.on(month).number(scale.flatRule(), bill.path())).text();
    }

    private String percent(BillRow bill) {
        long base = Objects.requireNonNull(bill.baseFen());
        var rate = rate(bill);
        return "%s × %s%% = %s"
                .formatted(
                        new Yuan(base), rate.percent().toPlainString(), new Yuan(Rates.due(base, rate.millionths())));
    }

    private @Nullable NextView next(Scale scale, BillRow bill, LocalDate month) {
        if (scale.isFlat()) return null;
        long more = Objects.requireNonNull(bill.baseFen()) + ONE_YUAN;
        var after = rates.find(scale, more, month).orElseThrow();
        var bound = rate(bill).uptoFen();
        return new NextView(
                new Yuan(Rates.due(more, after.millionths())),
                bound == null ? null : new Yuan(bound),
                bound == null ? null : justAbove(scale, bound, month));
    }

    private Yuan justAbove(Scale scale, long bound, LocalDate month) {
        var rate = rates.find(scale, bound + 1, month).orElseThrow();
        return new Yuan(Rates.due(bound + 1, rate.millionths()));
    }

    private Rate rate(BillRow bill) {
        return rates.find(Objects.requireNonNull(bill.rateId())).orElseThrow();
    }
}
