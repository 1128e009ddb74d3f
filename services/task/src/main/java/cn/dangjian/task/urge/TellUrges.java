package cn.dangjian.task.urge;

import cn.dangjian.task.urge.Ladder.Reached;
import cn.dangjian.task.urge.LadderTable.Falling;
import cn.dangjian.task.urge.LadderTable.Run;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes down who is urged, and tells the house. */
@Component
class TellUrges {

    private final LadderTable ladder;
    private final UrgeTable urges;
    private final WordTable words;
    private final UrgeAnnouncements announcements;

    TellUrges(LadderTable ladder, UrgeTable urges, WordTable words, UrgeAnnouncements announcements) {
        this.ladder = ladder;
        this.urges = urges;
        this.words = words;
        this.announcements = announcements;
    }

    /** Tells the latest step, and writes down those that were passed over. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(Falling falling, Reached reached, Instant now) {
        if (!ladder.begin(new Run(falling.dispatch(), falling.due(), reached.latest()), now)) return;
        for (var passed : reached.passed())
            if (ladder.begin(new Run(falling.dispatch(), falling.due(), passed), now))
                urges.insert(falling, passed, "SKIPPED", now);
        urges.insert(falling, reached.latest(), "WAITING", now);
        announce(falling.dispatch(), reached.latest(), falling.due(), null, null);
    }

    /** Tells one word that waits for working hours; false if none does. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean tellWord(Instant now) {
        var waiting = words.take();
        if (waiting.isEmpty()) return false;
        var word = waiting.get();
        urges.skipDone(word.dispatch(), Step.HAND, word.due());
        announce(word.dispatch(), Step.HAND, word.due(), word.word(), word.subject());
        words.told(word, now);
        return true;
    }

    private void announce(long dispatch, Step step, Instant due, @Nullable String word, @Nullable String subject) {
        var told = urges.listWaiting(dispatch, step, due);
        if (told.isEmpty()) return;
        announcements.announce(words.get(dispatch), step, due, word, subject, told);
        urges.told(dispatch, step, due);
    }
}
