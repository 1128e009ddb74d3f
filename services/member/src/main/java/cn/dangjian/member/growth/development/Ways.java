package cn.dangjian.member.growth.development;

import cn.dangjian.member.growth.development.Development.Step;
import cn.dangjian.member.growth.edition.Editions;
import cn.dangjian.member.growth.edition.Terms;
import cn.dangjian.member.growth.edition.Way;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Brings together what the rules need to judge somebody's way. */
@Component
class Ways {

    private final Editions editions;
    private final Rulebook rulebook;
    private final WorkingDays workingDays;

    Ways(Editions editions, Rulebook rulebook, WorkingDays workingDays) {
        this.editions = editions;
        this.rulebook = rulebook;
        this.workingDays = workingDays;
    }

    /**
     * @param path of the branch
     * @param day whose numbers count; before the oldest edition, those of its first day
     */
    Way of(Collection<Step> taken, String path, LocalDate day) {
        var oldest = editions.all().getLast().since();
        var terms = Terms.of(rulebook.on(day.isBefore(oldest) ? oldest : day), path);
        return new Way(
                editions,
                terms,
                workingDays.calendar(),
                taken.stream().map(Step::taken).toList());
    }
}
