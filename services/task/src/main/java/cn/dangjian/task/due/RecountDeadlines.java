package cn.dangjian.task.due;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.rules.calendar.NoticesChanged;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.task.due.DeadlineMoves.Move;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts deadlines again that were counted while a notice was not known. What is final stays as it is, and what would
 * be past now stays where it was: nobody is late because of a notice.
 */
@Service
class RecountDeadlines implements NoticesChanged {

    private final WorkingDeadlineTable kept;
    private final WorkingDays workingDays;
    private final DeadlineMoves moves;
    private final DeadlineAnnouncements announcements;
    private final Days days;

    RecountDeadlines(
            WorkingDeadlineTable kept,
            WorkingDays workingDays,
            DeadlineMoves moves,
            DeadlineAnnouncements announcements,
            Days days) {
        this.kept = kept;
        this.workingDays = workingDays;
        this.moves = moves;
        this.announcements = announcements;
        this.days = days;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(int year, String source, String subject) {
        var calendar = workingDays.calendar();
        var now = days.now().atOffset(ZoneOffset.UTC);
        for (var counted : kept.lockProvisional()) {
            var day = calendar.after(counted.countedFrom(), counted.workingDays());
            boolean provisional = !calendar.isWhole(counted.countedFrom(), day);
            var before = counted.deadline();
            var at = days.endOf(day).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
            boolean moved = at.isAfter(now) && before.isAfter(now) && !at.isEqual(before);
            kept.save(moved ? counted.until(at) : counted, provisional);
            if (moved) move(new Move(counted.dispatch(), before, at, source, subject), provisional);
        }
    }

    private void move(Move move, boolean provisional) {
        moves.move(move)
                .ifPresent(moved -> announcements.announce(
                        move, moved, provisional, days.now().atOffset(ZoneOffset.UTC)));
    }
}
