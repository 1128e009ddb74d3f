package cn.dangjian.member.telling.told;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the standing of all persons be announced again. */
@Component
public class MembersAgain {

    private final ToldTable told;

    MembersAgain(ToldTable told) {
        this.told = told;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void markAll() {
        told.markAll();
    }
}
