package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.desk.Days;
import java.time.LocalDate;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** 生效: soon after midnight, and after a start, what was decided for the new day becomes the tree of today. */
@Component
class BeginDay {

    private final Tree tree;
    private final Days days;
    private volatile LocalDate begun = LocalDate.MIN;

    BeginDay(Tree tree, Days days) {
        this.tree = tree;
        this.days = days;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(fixedDelayString = "PT5S")
    void beginDay() {
        var today = days.today();
        if (today.equals(begun)) return;
        tree.begin(today);
        begun = today;
    }
}
