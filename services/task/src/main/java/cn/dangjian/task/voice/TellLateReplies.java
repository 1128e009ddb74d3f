package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.task.due.Hours;
import java.time.Instant;
import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 答复逾期: tells the tier above an issuer once, in working hours, that a reply is late; above a province there is nobody. */
@Service
class TellLateReplies {

    private static final int AT_ONCE = 100;

    private final VoiceRepository voices;
    private final VoiceAnnouncements announcements;
    private final Directory directory;
    private final Hours hours;
    private final Days days;

    TellLateReplies(
            VoiceRepository voices, VoiceAnnouncements announcements, Directory directory, Hours hours, Days days) {
        this.voices = voices;
        this.announcements = announcements;
        this.directory = directory;
        this.hours = hours;
        this.days = days;
    }

    /** The next some are told the next time. */
    @Scheduled(fixedDelayString = "PT30S")
    @Transactional
    public void tell() {
        tell(days.now());
    }

    /** How many were told. */
    @Transactional
    public int tell(Instant now) {
        if (!hours.isOpen(now)) return 0;
        var late = voices.takeLate(now, AT_ONCE);
        for (var voice : late) {
            var told = voice.late();
            voices.saveLate(told, now);
            directory.named(List.of(voice.issuer().value())).stream()
                    .findFirst()
                    .flatMap(directory::organizationAbove)
                    .ifPresent(above -> announcements.late(told, above.id()));
        }
        return late.size();
    }
}
