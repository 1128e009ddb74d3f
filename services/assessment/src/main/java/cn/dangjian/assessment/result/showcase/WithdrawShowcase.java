package cn.dangjian.assessment.result.showcase;

import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.NOT_YOURS;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.UNKNOWN;
import static cn.dangjian.assessment.result.showcase.ShowcaseRefusal.WITHDRAWN_ALREADY;

import cn.dangjian.platform.directory.desk.Desk;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤销示范点: whoever has named a unit takes that back, by a document; no rule does. */
@Service
class WithdrawShowcase {

    private final ShowcaseRepository showcases;
    private final TellShowcases tellShowcases;

    WithdrawShowcase(ShowcaseRepository showcases, TellShowcases tellShowcases) {
        this.showcases = showcases;
        this.tellShowcases = tellShowcases;
    }

    @Transactional
    Showcase withdraw(long id, String document, String reason, Desk desk) {
        var found = showcases.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(found.isInTheHandOf(desk));
        showcases.lock(List.of(found.unit()));
        WITHDRAWN_ALREADY.unless(
                showcases.find(id, desk.scope()).filter(Showcase::stands).isPresent());

        showcases.withdraw(id, document, reason, desk);
        tellShowcases.tell(List.of(found.unit()), desk.subject());
        return showcases.find(id, desk.scope()).orElseThrow();
    }
}
