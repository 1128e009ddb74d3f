package cn.dangjian.member.person.privacy;

import cn.dangjian.member.person.privacy.Reading.What;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 号码已有档案: whoever types a number is told that somebody whom he sees has it, and could so try numbers that he is shown
 * masked. Each time is written down; who may not read numbers is told so often in a day, and then asked to come again
 * before any number is compared.
 */
@Service
public class KnownNumbers {

    private static final String RULE = "duplicates.known.day.max";
    private static final String PURPOSE = "登记或更正时号码已有档案";

    private final Readings readings;
    private final Readers readers;
    private final Rulebook rulebook;
    private final TransactionTemplate apart;

    KnownNumbers(Readings readings, Readers readers, Rulebook rulebook, PlatformTransactionManager transactions) {
        this.readings = readings;
        this.readers = readers;
        this.rulebook = rulebook;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Before a number is compared: what is refused afterwards would tell as much as an answer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void admit(Desk desk) {
        if (readers.may(desk)) return;
        int most = rulebook.on(desk.today()).number(RULE, desk.unit().path());
        if (readings.inADay(What.KNOWN, desk) >= most) throw PrivacyRefusal.TOO_MANY_KNOWN.with(String.valueOf(most));
    }

    /** Apart from what is refused, which is rolled back. */
    public void tell(long member, Desk desk) {
        apart.executeWithoutResult(status -> readings.tell(What.KNOWN, member, PURPOSE, desk));
    }

    /** Of the rows of a file, whose others stay. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tellOfMany(int people, Desk desk) {
        if (people > 0) readings.tellOfMany(What.KNOWN, people, PURPOSE, desk);
    }
}
