package cn.dangjian.member.telling.count;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the numbers of all units be announced again. */
@Component
public class CountsAgain {

    private final DueTable due;

    CountsAgain(DueTable due) {
        this.due = due;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void markAll() {
        due.markAll();
    }
}
