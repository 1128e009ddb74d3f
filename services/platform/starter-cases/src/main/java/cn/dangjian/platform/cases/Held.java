package cn.dangjian.platform.cases;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case that this transaction holds. The room's own guards stand between {@link #may} and {@link #take}.
 *
 * <pre>{@code
 * var held = cases.hold(id, desk).may(CLOSED, said, seen);
 * MEASURES_OPEN.when(...);
 * var file = held.take();
 * }</pre>
 */
public final class Held<S extends Enum<S>, T extends Enum<T> & CaseStep<S>> {

    private final Cases<S, T> cases;
    private final CaseFile<S> file;
    private final boolean ended;
    private final Desk desk;
    private @Nullable T allowed;
    private @Nullable Said said;

    /** @param ended whether it has ended with its unit, as it stood */
    Held(Cases<S, T> cases, CaseFile<S> file, boolean ended, Desk desk) {
        this.cases = cases;
        this.file = file;
        this.ended = ended;
        this.desk = desk;
    }

    /** Where it stands before the step. */
    public CaseFile<S> file() {
        return file;
    }

    /**
     * Refuses, in this order: if the step is not in the caller's hand, if he took one that another person must have
     * taken, if he did not see the newest version, if it is not possible now, if its day is yet to come.
     */
    public Held<S, T> may(T step, Said said, Seen seen) {
        cases.refuse(file, step, desk);
        seen.require(file.version());
        cases.refuse(file, ended, step, said, desk);
        this.allowed = step;
        this.said = said;
        return this;
    }

    /** Takes the step that was allowed; what is due then follows from the step, or stays if the state does. */
    public CaseFile<S> take() {
        var step = Objects.requireNonNull(allowed, "may");
        return take(Cases.due(step.move(), Objects.requireNonNull(said), file.due()));
    }

    /** Takes the step that was allowed; by this day the state that follows is to end, if any is named. */
    public CaseFile<S> take(@Nullable LocalDate due) {
        var step = Objects.requireNonNull(allowed, "may");
        return cases.take(file, step, step.move().to(), Objects.requireNonNull(said), due, desk);
    }

    /** Writes the step down that was allowed, and leaves the state as it is: others have to take it too. */
    public CaseFile<S> note() {
        return cases.take(
                file, Objects.requireNonNull(allowed, "may"), null, Objects.requireNonNull(said), file.due(), desk);
    }
}
