package cn.dangjian.task.voice;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.Unscoped;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.rows.Rows;
import cn.dangjian.task.voice.Voice.State;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Table {@code voice}. */
@Repository
class VoiceRepository {

    private static final String COLUMNS = """
        v.id, v.assignment_id assignment, v.dispatch_id dispatch, v.unit_id unit, v.issuer_id issuer, v.kind, v.text,
               v.proof, v.other_assignment other, v.day, v.state, v.said_at, v.reply_by, v.reply, v.until, v.version\
        """;

    private final Rows rows;

    VoiceRepository(Rows rows) {
        this.rows = rows;
    }

    /** What is answered to. */
    record Task(
            long assignment, long dispatch, UnitId unit, String state, OffsetDateTime due, UnitId issuer, String path) {

        private static final Set<String> TO_DO = Set.of("ADDRESSED", "SIGNED", "BROKEN_DOWN", "WORKING", "RETURNED");
        private static final Set<String> HANDED_IN = Set.of("SUBMITTED", "IN_REVIEW", "APPROVED");

        boolean isToDo() {
            return TO_DO.contains(state);
        }

        boolean isHandedIn() {
            return HANDED_IN.contains(state);
        }
    }

    private record Frame(OffsetDateTime deadline, UnitId issuer, String path) {}

    private record Held(
            long assignment,
            long dispatch,
            UnitId unit,
            String state,
            @Nullable OffsetDateTime due) {}

    /** An assignment of a unit inside the scope; nobody changes it until the transaction ends. */
    Optional<Task> findTask(long assignment, Scope scope) {
        var held = hold(assignment);
        var frame = rows.sql("""
            select d.deadline, d.issuer_id issuer, i.path
              from assignment a
              join unit u on u.id = a.unit_id
              join dispatch d on d.id = a.dispatch_id
              join unit i on i.id = d.issuer_id
             where a.id = :assignment and {scope u}\
            """).in(scope).with("assignment", assignment).find(Frame.class);
        return held.flatMap(one -> frame.map(of -> new Task(
                one.assignment(),
                one.dispatch(),
                one.unit(),
                one.state(),
                one.due() == null ? of.deadline() : one.due(),
                goesOnFor(of.issuer()),
                of.path())));
    }

    /** As it is now, also if the transaction began before somebody else changed it. */
    private Optional<Held> hold(long assignment) {
        return rows.unscoped("""
            select id assignment, dispatch_id dispatch, unit_id unit, state, due_at due from assignment
             where id = :assignment for update\
            """).with("assignment", assignment).find(Held.class);
    }

    @Unscoped("the assignment was found within the caller's scope before")
    boolean hasOpen(long assignment) {
        return rows.unscoped("select 1 from voice where open_assignment = :assignment for update")
                .with("assignment", assignment)
                .exists();
    }

    /** The unit that goes on for an issuer that ended, and for its heir that did; the issuer itself if none does. */
    private UnitId goesOnFor(UnitId issuer) {
        var seen = new HashSet<UnitId>();
        var last = issuer;
        while (seen.add(last)) {
            var heir = rows.unscoped("select heir_id from heir_done where unit_id = :unit and heir_id is not null")
                    .with("unit", last)
                    .find(Long.class);
            if (heir.isPresent()) last = new UnitId(heir.get());
        }
        return last;
    }

    /** The heir has it to reply to. */
    void passIssuer(UnitId issuer, UnitId heir) {
        rows.sql("""
            update voice set issuer_id = :heir, version = version + 1 where issuer_id = :issuer and state = :open\
            """)
                .with("heir", heir)
                .with("issuer", issuer)
                .with("open", State.OPEN)
                .update();
    }

    /** The heir waits for the reply. */
    void passUnit(List<Long> assignments, UnitId heir) {
        rows.sql("update voice set unit_id = :heir, version = version + 1 where open_assignment in (:assignments)")
                .with("heir", heir)
                .with("assignments", assignments)
                .update();
    }

    long insert(Task task, SayVoice.VoiceRequest request, OffsetDateTime replyBy, Desk desk) {
        return rows.sql("""
            insert into voice (assignment_id, dispatch_id, unit_id, issuer_id, kind, text, proof, other_assignment, day,
                               state, open_assignment, said_by, said_at, reply_by, version)
            values (:task, :dispatch, :unit, :issuer, :kind, :text, :proof, :assignment, :day,
                    'OPEN', :task, :subject, :at, :replyBy, 1)\
            """)
                .with("task", task.assignment())
                .with("dispatch", task.dispatch())
                .with("unit", task.unit())
                .with("issuer", task.issuer())
                .with(request)
                .with("replyBy", replyBy)
                .by(desk)
                .insert();
    }

    /** What was answered in, or to somebody in, the scope; nobody else replies until the transaction ends. */
    Optional<Voice> lock(VoiceId id, Scope scope) {
        return rows.sql("select " + COLUMNS + " " + """
             from voice v
             where v.id = :id
               and (exists (select 1 from unit u where u.id = v.unit_id and {scope u})
                    or exists (select 1 from unit i where i.id = v.issuer_id and {scope i}))
               for update\
            """)
                .in(scope)
                .with("id", id)
                .find(Voice.class);
    }

    void save(Voice voice, Desk desk) {
        rows.sql("""
            update voice set state = :state, open_assignment = null, reply = :reply, until = :until, replied_by = :subject,
                   replied_at = :at, version = :version
             where id = :id and version = :version - 1\
            """)
                .with("id", voice.id())
                .with("state", voice.state())
                .with("reply", voice.reply())
                .with("until", voice.until())
                .with("version", voice.version())
                .by(desk)
                .updateOne("Voice " + voice.id().value());
    }

    /** Whose reply is late and was not told yet, and that still matters; nobody else tells it. */
    @Unscoped("work of the platform; nobody sees the rows")
    List<Voice> takeLate(Instant now, int most) {
        return rows.unscoped("select " + COLUMNS + " " + """
             from voice v force index (voice_late)
             where v.state = :open and v.late_at is null and v.reply_by < :now
               and exists (select 1 from assignment a
                            where a.id = v.assignment_id
                              and a.state in ('ADDRESSED', 'SIGNED', 'BROKEN_DOWN', 'WORKING', 'RETURNED'))
             order by v.reply_by limit :most for update skip locked\
            """)
                .with("open", State.OPEN)
                .with("now", now)
                .with("most", most)
                .list(Voice.class);
    }

    void saveLate(Voice voice, Instant now) {
        rows.sql("update voice set late_at = :now, version = :version where id = :id and version = :version - 1")
                .with("now", now)
                .with("version", voice.version())
                .with("id", voice.id())
                .updateOne("Voice " + voice.id().value());
    }
}
