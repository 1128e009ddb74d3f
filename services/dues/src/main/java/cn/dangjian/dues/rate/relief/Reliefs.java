package cn.dangjian.dues.rate.relief;

import cn.dangjian.platform.directory.desk.Desk;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Other rooms keep and ask here what committees have decided. */
@Service
public class Reliefs {

    private final ReliefTable table;
    private final List<ReliefObserver> observers;

    Reliefs(ReliefTable table, List<ReliefObserver> observers) {
        this.table = table;
        this.observers = observers;
    }

    public Optional<Relief> find(long id) {
        return table.find(id);
    }

    /** One that counts for any month from one to the one before another; the member is held. */
    public Optional<Long> within(long member, LocalDate from, LocalDate to) {
        return table.findWithin(member, from, to);
    }

    /** The member is held, and has no other one in these months. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grant(Relief relief, Desk desk) {
        table.insert(relief, desk);
        for (var observer : observers) observer.reliefChanged(relief.member(), relief.fromMonth(), relief.document());
    }

    /**
     * From this month on he pays again what is due.
     *
     * @throws org.springframework.dao.OptimisticLockingFailureException if it does not count for that month
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Relief relief, LocalDate from, String document, Desk desk) {
        table.end(relief.id(), from, document, desk);
        for (var observer : observers) observer.reliefChanged(relief.member(), from, document);
    }
}
