package cn.dangjian.platform.files.intake;

import cn.dangjian.platform.directory.Scope;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Files that were sent; rooms of the service that do something with a whole file ask here. */
@Component
public class Intakes {

    private final IntakeTable intakes;

    Intakes(IntakeTable intakes) {
        this.intakes = intakes;
    }

    /**
     * A file.
     *
     * @param what names its form
     * @param atWork whether some of its rows still wait
     */
    public record Known(String what, boolean atWork) {}

    /** Lets one transaction at a time do something with a whole file; the first statement of its transaction. */
    public void lock(long id) {
        intakes.lock(id);
    }

    /** A file that was sent from the scope. */
    public Optional<Known> find(long id, Scope scope) {
        return intakes.find(id, scope).map(intake -> new Known(intake.what(), intake.isAtWork()));
    }
}
