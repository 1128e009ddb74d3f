package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.platform.web.version.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What callers see of what units answered. */
@Repository
class VoiceQueries {

    private static final String VIEW = """
        select v.id, v.assignment_id assignment, v.dispatch_id dispatch, d.number, d.title, v.unit_id unit, u.name unit_name,
               v.issuer_id issuer, i.name issuer_name, v.kind, v.text, v.proof, v.other_assignment other, v.day,
               case when v.state = 'OPEN' and a.state not in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED')
                    then 'OVERTAKEN' else v.state end state,
               v.said_at, v.reply_by, (v.state = 'OPEN' and v.reply_by < :now) late, v.reply, v.until, v.replied_at,
               v.version
          from %s
          join assignment a on a.id = v.assignment_id
          join dispatch d on d.id = v.dispatch_id
          join unit u on u.id = v.unit_id
          join unit i on i.id = v.issuer_id\
        """;

    private final Rows rows;

    VoiceQueries(Rows rows) {
        this.rows = rows;
    }

    /** As it is shown: also what went another way before anybody replied. */
    enum Shown {
        OPEN,
        ACCEPTED,
        REFUSED,
        OVERTAKEN
    }

    /**
     * What a unit answered, with the task.
     *
     * @param other an assignment of its own: with which it is done, or of which it is a duplicate
     * @param day by which it would be possible
     * @param replyBy until when the issuer replies
     * @param late whether that is past without a reply
     * @param until the assignment's date since it was accepted
     */
    record VoiceView(
            VoiceId id,
            long assignment,
            long dispatch,
            String number,
            String title,
            UnitId unit,
            String unitName,
            UnitId issuer,
            String issuerName,
            Voice.Kind kind,
            String text,
            @Nullable String proof,
            @Nullable Long other,
            @Nullable LocalDate day,
            Shown state,
            OffsetDateTime saidAt,
            OffsetDateTime replyBy,
            boolean late,
            @Nullable String reply,
            @Nullable OffsetDateTime until,
            @Nullable OffsetDateTime repliedAt,
            long version)
            implements Versioned {}

    Optional<VoiceView> find(VoiceId id, Scope scope, Instant now) {
        return rows.sql(VIEW.formatted("voice v") + " where v.id = :id and ({scope u} or {scope i})")
                .in(scope)
                .with("id", id)
                .with("now", now)
                .find(VoiceView.class);
    }

    /** Of units, and to issuers, inside the scope, the newest first. */
    List<VoiceView> list(Scope scope, boolean onlyOpen, Instant now, Slice slice) {
        String some = """
              ((select w.id from unit x join voice w force index (voice_unit) on w.unit_id = x.id
                 where {scope x} and w.id < :before and (not :open or w.state = 'OPEN') order by w.id desc limit :rows)
                union
               (select w.id from unit x join voice w force index (voice_issuer) on w.issuer_id = x.id
                 where {scope x} and w.id < :before and (not :open or w.state = 'OPEN') order by w.id desc limit :rows)) s
            join voice v on v.id = s.id\
            """;
        return rows.sql(VIEW.formatted(some) + " order by v.id desc limit :rows")
                .in(scope)
                .newest(slice)
                .with("open", onlyOpen)
                .with("now", now)
                .list(VoiceView.class);
    }
}
