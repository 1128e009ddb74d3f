package cn.dangjian.dues.care.relief;

import static cn.dangjian.dues.care.relief.ReliefRefusal.BASE_MISSING;
import static cn.dangjian.dues.care.relief.ReliefRefusal.NOT_LESS;
import static cn.dangjian.dues.care.relief.ReliefRefusal.TOO_LONG;

import cn.dangjian.dues.bill.month.Charge;
import cn.dangjian.dues.care.relief.ProposeRelief.ReliefRequest;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** For how long and how little, by the path of the branch. */
@Component
class ReliefRules {

    private static final String LONGEST = "dues.relief.months.max";

    private final Rulebook rulebook;
    private final Charge charge;

    ReliefRules(Rulebook rulebook, Charge charge) {
        this.rulebook = rulebook;
        this.charge = charge;
    }

    void refuse(Payer payer, ReliefRequest request, Desk desk) {
        var rules = rulebook.on(desk.today());
        int longest = rules.number(LONGEST, payer.path());
        long months = ChronoUnit.MONTHS.between(request.from(), request.to()) + 1;
        if (months > longest) throw TOO_LONG.with(longest, rules.source(LONGEST, payer.path()));
        var whole = charge.whole(payer.member(), request.from(), payer.path());
        long most = request.most().fen();
        BASE_MISSING.when(whole.isEmpty() && most > 0);
        if (most < 0 || (whole.isPresent() && most >= whole.get())) throw NOT_LESS.with(new Yuan(whole.orElse(0L)));
    }
}
