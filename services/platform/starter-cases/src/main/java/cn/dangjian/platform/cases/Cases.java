package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The cases of one kind; to be had from {@link CaseStore#of}. All that writes needs a transaction around it. */
public final class Cases<S extends Enum<S>, T extends Enum<T> & CaseStep<S>> {

    /** In a journal: that the case went over from a unit that has ended to its heir. */
    public static final String HANDED_OVER = "HANDED_OVER";

    /** In a journal: that the case ended because what it was about is over. */
    public static final String ENDED = "ENDED";

    /** In a journal: that the case goes on for another one, too, that has ended with its unit. */
    public static final String JOINED = "JOINED";

    /** In a journal: that a rule has asked people to look; nobody has decided anything. */
    public static final String ASKED = "ASKED";

    /** Due never. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final CaseKind<S, T> kind;
    private final CaseTable table;
    private final Directory directory;
    private final Days days;

    Cases(CaseKind<S, T> kind, CaseTable table, Directory directory, Days days) {
        this.kind = kind;
        this.table = table;
        this.directory = directory;
        this.days = days;
    }

    /** What the caller sees of these cases. */
    public Scope scope(Desk desk) {
        return kind.scope(desk);
    }

    /** Lets one at a time open cases of a unit, before anything is read; for kinds of which there is one at a time. */
    public void lock(UnitId unit) {
        table.lock(unit);
    }

    /** Whether a case of this unit is open; it was found in the caller's scope. */
    public boolean isOpen(Unit unit) {
        return table.isOpen(kind.name(), unit.id());
    }

    /**
     * Refuses if the step is not in the caller's hand.
     *
     * @param step one that opens a case
     */
    public void mayOpen(T step, Unit unit, Desk desk) {
        mayOpen(step, unit, null, desk);
    }

    private void mayOpen(T step, Unit unit, @Nullable Unit other, Desk desk) {
        kind.notYours().unless(step.move().hands().stream().anyMatch(hand -> hand.holds(desk, unit, other)));
    }

    /** Opens a case of one unit; refuses if the step is not in the caller's hand. */
    public CaseFile<S> open(T step, Unit unit, Said said, Desk desk) {
        return open(step, unit, null, said, desk);
    }

    /** Opens a case in which a second unit takes part; refuses if the step is not in the caller's hand. */
    public CaseFile<S> open(T step, Unit unit, @Nullable Unit other, Said said, Desk desk) {
        return open(step, unit, other, said, due(step.move(), said, null), desk);
    }

    /** Opens a case whose first state is to end by a day that the room says; null if nothing is due. */
    public CaseFile<S> open(T step, Unit unit, @Nullable Unit other, Said said, @Nullable LocalDate due, Desk desk) {
        mayOpen(step, unit, other, desk);
        var move = step.move();
        require(move.from().isEmpty() && said.holds(move.says()), step);
        var file = new CaseFile<>(0, unit, other, Objects.requireNonNull(move.to()), 1, due, 1);
        var opened = file.withId(table.insert(row(file, desk), desk.now()));
        table.write(row(opened, desk), step, said, desk);
        return opened;
    }

    /**
     * Opens a case without a person: a rule asks people to look (提请核实). Its journal begins with an entry {@value #ASKED},
     * and what follows is in the hands that the steps name.
     *
     * @param state one that steps lead out of
     * @param note what is asked, for the journal
     * @param subject on whose behalf, for example the service's name
     * @return its number
     */
    public long ask(S state, Unit unit, String note, String subject, Instant at) {
        if (kind.isLast(state)) throw new IllegalArgumentException(kind.name() + " " + state.name());
        long id = table.insert(new CaseTable.Row(0, kind.name(), unit.id(), null, state.name(), 1, NEVER, null, 1), at);
        table.write(kind.name(), List.of(id), ASKED, days.dayOf(at), note, subject, at);
        return id;
    }

    /**
     * A case that the caller sees, held until the transaction ends; nothing is to be read before.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException the kind's {@code unknown} if he sees no such case
     */
    public Held<S, T> hold(long id, Desk desk) {
        table.lock(kind.name(), id);
        var row = table.find(kind.name(), id, scope(desk)).orElseThrow(kind.unknown());
        var file = file(row);
        boolean ended = !kind.isLast(file.state()) && table.isEnded(kind.name(), id);
        return new Held<>(this, file, ended, desk);
    }

    /**
     * Another unit goes on with open cases, as they stand; whoever only sees the one before sees them no more. The journals
     * do not tell of it: what has moved the cases does.
     */
    public void handOver(Collection<Long> ids, UnitId unit) {
        if (!ids.isEmpty()) table.handOver(kind.name(), ids, unit);
    }

    /** What happened to a case, the oldest first. */
    public List<Entry> journal(long id, Scope scope) {
        return table.journal(kind.name(), id, scope);
    }

    /**
     * All open cases of a unit that has ended go on with its heir (承继), whichever side it was on, and their journals say
     * so with an entry {@value #HANDED_OVER}; of many at once with three statements. Asked again, there are none.
     *
     * @param note why, for the journals
     * @param subject on whose behalf, for example {@code account:17}
     * @return the cases
     */
    public List<Long> handOver(UnitId from, UnitId to, String note, String subject, Instant at) {
        var ids = table.listOpen(kind.name(), from);
        handOver(ids, from, to, note, subject, at);
        return ids;
    }

    /** The same of some of them, which the room holds: a part of the unit was made a unit of its own. */
    public void handOver(Collection<Long> ids, UnitId from, UnitId to, String note, String subject, Instant at) {
        if (ids.isEmpty()) return;
        table.replace(kind.name(), ids, from, to);
        table.write(kind.name(), ids, HANDED_OVER, days.dayOf(at), note, subject, at);
    }

    /**
     * Open cases end, since what they are about is over (终止), and their journals say so with an entry {@value #ENDED}.
     *
     * @param state one that nothing follows
     * @param note why, for the journals
     * @param subject on whose behalf, for example {@code account:17}
     */
    public void end(Collection<Long> ids, S state, String note, String subject, Instant at) {
        if (!kind.isLast(state)) throw new IllegalArgumentException(kind.name() + " " + state.name());
        if (ids.isEmpty()) return;
        table.end(kind.name(), ids, state.name(), at);
        table.write(kind.name(), ids, ENDED, days.dayOf(at), note, subject, at);
    }

    /**
     * All open cases of a unit that has ended end with it, whichever side it was on, and their journals say so with an
     * entry {@value #ENDED}; nobody takes them on any more. Asked again, there are none.
     *
     * @param state in which they end; null to leave them as they stand
     * @param note why, for the journals
     * @return the cases
     */
    public List<Long> end(UnitId unit, @Nullable S state, String note, String subject, Instant at) {
        var ids = table.listOpen(kind.name(), unit);
        if (ids.isEmpty()) return ids;
        table.end(kind.name(), ids, state == null ? null : state.name(), at);
        table.write(kind.name(), ids, ENDED, days.dayOf(at), note, subject, at);
        return ids;
    }

    /**
     * All open cases of a unit that has ended are one with an open case of another unit: they end as they stand, and that
     * one goes on as a newer version of itself, with an entry {@value #JOINED} in its journal. Asked again, there are none.
     *
     * @param note why, for the journals
     * @return the cases that have ended
     */
    public List<Long> join(UnitId unit, long into, String note, String subject, Instant at) {
        var ids = end(unit, null, note, subject, at);
        if (ids.isEmpty()) return ids;
        table.touch(kind.name(), into);
        table.write(kind.name(), List.of(into), JOINED, days.dayOf(at), note, subject, at);
        return ids;
    }

    void refuse(CaseFile<S> file, T step, Desk desk) {
        kind.notYours()
                .unless(step.move().hands().stream().anyMatch(hand -> hand.holds(desk, file.unit(), file.other())));
        var apart = step.move().apart();
        if (apart.isEmpty() || !table.hasTaken(kind.name(), file.id(), apart, desk.subject())) return;
        throw Objects.requireNonNull(kind.samePerson(), kind.name()).get();
    }

    void refuse(CaseFile<S> file, boolean ended, T step, Said said, Desk desk) {
        if (ended || !step.move().isPossibleIn(file.state()))
            throw kind.wrongState().with(file.state().name());
        require(said.holds(step.move().says()), step);
        if (kind.dayAhead() != null && said.day().isAfter(desk.today()))
            throw kind.dayAhead().with(desk.today().toString());
    }

    CaseFile<S> take(CaseFile<S> file, T step, @Nullable S to, Said said, @Nullable LocalDate due, Desk desk) {
        var next = file.after(to == null ? file.state() : to, step.move().furtherRound(), due);
        table.update(row(next, desk));
        if (!step.move().untold()) table.write(row(next, desk), step, said, desk);
        return next.written();
    }

    static @Nullable LocalDate due(Move<?> move, Said said, @Nullable LocalDate stays) {
        if (move.within() != null) return said.day().plus(move.within());
        return move.to() == null ? stays : null;
    }

    private CaseFile<S> file(CaseTable.Row row) {
        var units = directory.named(
                row.otherUnitId() == null
                        ? List.of(row.unitId().value())
                        : List.of(row.unitId().value(), row.otherUnitId().value()));
        return new CaseFile<>(
                row.id(),
                Objects.requireNonNull(unit(units, row.unitId())),
                unit(units, row.otherUnitId()),
                kind.state(row.state()),
                row.round(),
                row.dueOn().equals(NEVER) ? null : row.dueOn(),
                row.version());
    }

    private static @Nullable Unit unit(List<Unit> units, @Nullable UnitId id) {
        return units.stream().filter(unit -> unit.id().equals(id)).findFirst().orElse(null);
    }

    private CaseTable.Row row(CaseFile<S> file, Desk desk) {
        return new CaseTable.Row(
                file.id(),
                kind.name(),
                file.unit().id(),
                file.other() == null ? null : file.other().id(),
                file.state().name(),
                file.round(),
                file.due() == null ? NEVER : file.due(),
                kind.isLast(file.state()) ? desk.now() : null,
                file.version());
    }

    private void require(boolean condition, T step) {
        if (!condition) throw new IllegalArgumentException(kind.name() + " " + step.name());
    }
}
