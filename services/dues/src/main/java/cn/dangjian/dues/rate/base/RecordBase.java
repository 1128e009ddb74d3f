package cn.dangjian.dues.rate.base;

import static cn.dangjian.dues.rate.base.BaseRefusal.FIXED_FOR_THE_YEAR;
import static cn.dangjian.dues.rate.base.BaseRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.rate.base.BaseRefusal.NOT_BRANCH;
import static cn.dangjian.dues.rate.base.BaseRefusal.PAY_IMPOSSIBLE;
import static cn.dangjian.dues.rate.base.BaseRefusal.PAY_MISSING;
import static cn.dangjian.dues.rate.base.BaseRefusal.PAY_NOT_ASKED;
import static cn.dangjian.dues.rate.base.BaseRefusal.WRONG_MONTH;

import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.scale.Scale;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核定基数: a branch records on what its member pays, from the month in which the new pay is received. */
@Service
class RecordBase {

    /** What nobody is paid in a month; whoever types more has typed a wrong number. */
    private static final long MOST = 1_000_000_000;

    /** The policy "fixed at the start of the year, not changed within it". */
    private static final String FIXED = "dues.base.fixed-for-the-year";

    private final BaseRepository bases;
    private final RollTable payers;
    private final List<BaseObserver> observers;
    private final Rulebook rulebook;

    RecordBase(BaseRepository bases, RollTable payers, List<BaseObserver> observers, Rulebook rulebook) {
        this.bases = bases;
        this.payers = payers;
        this.observers = observers;
        this.rulebook = rulebook;
    }

    /** @param pay a month, after tax; none for a scale that asks for none */
    record BaseRequest(
            @NotNull Scale scale,
            @Nullable @Valid Yuan pay,
            @NotNull YearMonth from,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    List<Base> record(long member, BaseRequest request, Desk desk) {
        var payer = payers.lock(member, desk.scope()).orElseThrow(MEMBER_UNKNOWN);
        NOT_BRANCH.when(desk.isAt(Tier.PROVINCE, Tier.CITY, Tier.COUNTY));
        refuse(request);
        var from = request.from().atDay(1);
        WRONG_MONTH.when(from.isAfter(desk.today().plusMonths(1)) || isBefore(payer, from));
        refuseWithinTheYear(payer, from);

        bases.lock(member);
        bases.insert(member, from, request, desk);
        for (var observer : observers) observer.baseChanged(member, from, request.document());
        return bases.list(member);
    }

    private static void refuse(BaseRequest request) {
        var pay = request.pay();
        PAY_MISSING.when(pay == null && !request.scale().isFlat());
        PAY_NOT_ASKED.when(pay != null && request.scale().isFlat());
        PAY_IMPOSSIBLE.when(pay != null && (!pay.isPositive() || pay.fen() > MOST));
    }

    /** Before the month in which he came to pay there is nothing to compute. */
    private static boolean isBefore(Payer payer, LocalDate from) {
        var since = payer.paysSince();
        return since == null || from.isBefore(since.withDayOfMonth(1));
    }

    private void refuseWithinTheYear(Payer payer, LocalDate from) {
        String path = payer.path();
        var rules = rulebook.on(from);
        if (rules.number(FIXED, path) == 0) return;
        var since = payer.paysSince();
        boolean begins = from.getMonthValue() == 1
                || (since != null && YearMonth.from(since).equals(YearMonth.from(from)))
                || bases.list(payer.member()).isEmpty();
        if (!begins) throw FIXED_FOR_THE_YEAR.with(rules.source(FIXED, path));
    }
}
