package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.task.voice.Voice.Kind;
import cn.dangjian.task.voice.Voice.State;
import cn.dangjian.task.voice.VoiceRepository.Task;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 反馈: a unit answers that an assignment is done already, not its own, not possible by then, or another one's duplicate. */
@Service
class SayVoice {

    private final VoiceRepository voices;
    private final VoiceAnnouncements announcements;
    private final WorkingDays workingDays;
    private final Rulebook rulebook;
    private final Days days;

    SayVoice(
            VoiceRepository voices,
            VoiceAnnouncements announcements,
            WorkingDays workingDays,
            Rulebook rulebook,
            Days days) {
        this.voices = voices;
        this.announcements = announcements;
        this.workingDays = workingDays;
        this.rulebook = rulebook;
        this.days = days;
    }

    /**
     * What a unit answers.
     *
     * @param proof of what is done already: a document, or a fact and where it stands; no photo is asked for
     * @param assignment of the unit's own: with which it is done, or of which it is a duplicate
     * @param day by which it would be possible
     */
    record VoiceRequest(
            @NotNull Kind kind,

            @Stripped(lines = true) @NotBlank @Size(max = 1000)
            String text,

            @Nullable @Stripped(lines = true) @Size(max = 500)
            String proof,

            @Nullable Long assignment,
            @Nullable LocalDate day) {

        boolean hasProof() {
            return proof != null && !proof.isBlank();
        }
    }

    @Transactional
    Voice say(long assignment, VoiceRequest request, Desk desk) {
        var task = voices.findTask(assignment, desk.scope()).orElseThrow(VoiceRefusal.ASSIGNMENT_UNKNOWN);
        VoiceRefusal.NOT_TO_DO.unless(task.isToDo());
        VoiceRefusal.OPEN_ALREADY.when(voices.hasOpen(assignment));
        refuseUnfit(task, request, desk);

        var replyBy = replyBy(task, desk);
        var id = new VoiceId(voices.insert(task, request, replyBy, desk));
        var voice = new Voice(
                id,
                task.assignment(),
                task.dispatch(),
                task.unit(),
                task.issuer(),
                request.kind(),
                request.text(),
                request.proof(),
                request.assignment(),
                request.day(),
                State.OPEN,
                desk.now().atOffset(ZoneOffset.UTC),
                replyBy,
                null,
                null,
                1);
        announcements.changed(voice, desk.subject());
        return voice;
    }

    private void refuseUnfit(Task task, VoiceRequest request, Desk desk) {
        var other = request.assignment();
        switch (request.kind()) {
            case ALREADY_DONE -> {
                VoiceRefusal.PROOF_MISSING.when(other == null && !request.hasProof());
                if (other != null) VoiceRefusal.OTHER_UNFIT.unless(isFit(task, other, true, desk));
            }
            case DUPLICATE_OF -> {
                if (other == null) throw VoiceRefusal.OTHER_MISSING.get();
                VoiceRefusal.OTHER_UNFIT.unless(isFit(task, other, false, desk));
            }
            case IMPOSSIBLE_BY_THEN -> {
                if (request.day() == null) throw VoiceRefusal.DAY_MISSING.get();
                refuseEarly(request.day(), task, desk);
            }
            case NOT_APPLICABLE -> {}
        }
    }

    private boolean isFit(Task task, long other, boolean handedIn, Desk desk) {
        return voices.findTask(other, desk.scope())
                .filter(one ->
                        one.assignment() != task.assignment() && one.unit().equals(task.unit()))
                .filter(one -> one.isHandedIn() || (!handedIn && one.isToDo()))
                .isPresent();
    }

    private void refuseEarly(LocalDate day, Task task, Desk desk) {
        var due = days.dayOf(task.due().toInstant());
        if (!day.isAfter(due) || !day.isAfter(desk.today())) throw VoiceRefusal.DAY_EARLY.with(due.toString());
    }

    private OffsetDateTime replyBy(Task task, Desk desk) {
        int most = rulebook.on(desk.today()).number("task.voice.reply.days", task.path());
        var last = workingDays.calendar().after(desk.today(), most);
        return days.endOf(last).truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
