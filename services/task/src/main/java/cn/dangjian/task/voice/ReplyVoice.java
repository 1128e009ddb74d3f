package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.trace.Traces;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.task.voice.Heeding.Heeded;
import cn.dangjian.task.voice.Heeding.Outcome;
import cn.dangjian.task.voice.Voice.Kind;
import cn.dangjian.task.voice.Voice.State;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 答复: the issuer accepts what a unit answered, and the assignment follows, or refuses it with a reason; once. */
@Service
class ReplyVoice {

    private final VoiceRepository voices;
    private final VoiceAnnouncements announcements;
    private final Heeding heeding;
    private final Days days;

    ReplyVoice(VoiceRepository voices, VoiceAnnouncements announcements, Heeding heeding, Days days) {
        this.voices = voices;
        this.announcements = announcements;
        this.heeding = heeding;
        this.days = days;
    }

    /**
     * That it is accepted.
     *
     * @param day of {@code IMPOSSIBLE_BY_THEN}, until when instead; the proposed one if it is not said
     */
    record AcceptRequest(
            @Nullable @Stripped(lines = true) @Size(max = 1000)
            String reply,

            @Nullable LocalDate day) {}

    record RefuseRequest(
            @Stripped(lines = true) @NotBlank @Size(max = 1000)
            String reason) {}

    @Transactional
    Voice accept(VoiceId id, AcceptRequest request, Desk desk, Seen seen) {
        var voice = open(id, desk, seen);
        Traces.refuse(request.reply());
        var until = until(voice, request, desk);
        var accepted = voice.replied(State.ACCEPTED, request.reply(), until);
        var reason = Objects.requireNonNullElse(request.reply(), voice.text());
        VoiceRefusal.OVERTAKEN.unless(heeding.heed(new Heeded(
                voice.assignment(),
                outcome(voice.kind()),
                voice.kind() == Kind.DUPLICATE_OF ? voice.other() : null,
                until,
                id.value(),
                reason,
                desk.subject(),
                desk.now())));
        voices.save(accepted, desk);
        announcements.changed(accepted, desk.subject());
        return accepted;
    }

    @Transactional
    Voice refuse(VoiceId id, RefuseRequest request, Desk desk, Seen seen) {
        var voice = open(id, desk, seen);
        Traces.refuse(request.reason());
        var refused = voice.replied(State.REFUSED, request.reason(), null);
        voices.save(refused, desk);
        announcements.changed(refused, desk.subject());
        return refused;
    }

    private Voice open(VoiceId id, Desk desk, Seen seen) {
        var voice = voices.lock(id, desk.scope()).orElseThrow(VoiceRefusal.UNKNOWN);
        VoiceRefusal.NOT_YOURS.unless(mayReply(voice, desk));
        VoiceRefusal.REPLIED_ALREADY.unless(voice.state() == State.OPEN);
        seen.require(voice.version());
        return voice;
    }

    /** The issuer; of one that ended without an heir the organisation above. */
    private static boolean mayReply(Voice voice, Desk desk) {
        return desk.isOf(voice.issuer())
                || desk.known(voice.issuer())
                        .filter(issuer -> issuer.isAbolished() && desk.isDirectlyAbove(issuer))
                        .isPresent();
    }

    private static Outcome outcome(Kind kind) {
        return switch (kind) {
            case ALREADY_DONE -> Outcome.DONE;
            case NOT_APPLICABLE -> Outcome.CLOSED;
            case DUPLICATE_OF -> Outcome.JOINED;
            case IMPOSSIBLE_BY_THEN -> Outcome.MOVED;
        };
    }

    private @Nullable OffsetDateTime until(Voice voice, AcceptRequest request, Desk desk) {
        if (voice.kind() != Kind.IMPOSSIBLE_BY_THEN) return null;
        var day = request.day() == null ? Objects.requireNonNull(voice.day()) : request.day();
        if (!day.isAfter(desk.today()))
            throw VoiceRefusal.DAY_EARLY.with(desk.today().toString());
        return days.endOf(day).atOffset(ZoneOffset.UTC);
    }
}
