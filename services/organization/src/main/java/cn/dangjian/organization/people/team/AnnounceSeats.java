package cn.dangjian.organization.people.team;

import cn.dangjian.platform.directory.desk.Days;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** 任职到期: tells of the seats whose first day, or whose end, has come. */
@Service
class AnnounceSeats {

    private static final int CHUNK = 500;

    private final SeatRepository seats;
    private final SeatAnnouncements announcements;
    private final TransactionTemplate transaction;
    private final Days days;

    AnnounceSeats(SeatRepository seats, SeatAnnouncements announcements, TransactionTemplate transaction, Days days) {
        this.seats = seats;
        this.announcements = announcements;
        this.transaction = transaction;
        this.days = days;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT15M")
    @SchedulerLock(name = "announce-seats")
    void announce() {
        while (Boolean.TRUE.equals(transaction.execute(status -> announceSome()))) {
            // one chunk after the other, so that no transaction grows long
        }
    }

    private boolean announceSome() {
        var today = days.today();
        var due = seats.listToAnnounce(today, CHUNK);
        if (due.isEmpty()) return false;
        seats.announced(due.stream().map(Seat::id).toList(), today);
        announcements.announce(due.stream().map(Seat::next).toList(), today, null);
        return true;
    }
}
