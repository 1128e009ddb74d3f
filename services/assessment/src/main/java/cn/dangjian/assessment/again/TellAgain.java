package cn.dangjian.assessment.again;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes on with what is to be told again: some in each transaction, so that what a process has left the next one tells. */
@Service
class TellAgain {

    private final RetellingTable table;
    private final List<ToldAgain> rooms;
    private final TransactionTemplate transaction;

    TellAgain(RetellingTable table, List<ToldAgain> rooms, TransactionTemplate transaction) {
        this.table = table;
        this.rooms = rooms;
        this.transaction = transaction;
    }

    void begin() {
        transaction.executeWithoutResult(status -> rooms.forEach(room -> table.begin(room.what())));
    }

    @Scheduled(fixedDelayString = "PT1S")
    void tellAgain() {
        while (Boolean.TRUE.equals(transaction.execute(status -> tellSome()))) {
            // one transaction after the other, until all is told
        }
    }

    private boolean tellSome() {
        var taken = table.take();
        if (taken.isEmpty()) return false;
        var under = taken.get();
        long upto = rooms.stream()
                .filter(room -> room.what().equals(under.what()))
                .mapToLong(room -> room.tellAgain(under.upto()))
                .findFirst()
                .orElse(-1);
        if (upto < 0) table.done(under.what());
        else table.advance(under.what(), upto);
        return true;
    }
}
