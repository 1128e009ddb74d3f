package cn.dangjian.organization.files.decision;

import static cn.dangjian.organization.files.decision.DecisionRefusal.BEING_READ;
import static cn.dangjian.organization.files.decision.DecisionRefusal.NOTHING_OPEN;
import static cn.dangjian.organization.files.decision.DecisionRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.files.form.Forms;
import cn.dangjian.platform.files.intake.Intakes;
import org.springframework.stereotype.Component;

/** Files whose rows became proposals (变更申请). */
@Component
class ProposedFiles {

    private final Intakes intakes;
    private final Forms forms;

    ProposedFiles(Intakes intakes, Forms forms) {
        this.intakes = intakes;
        this.forms = forms;
    }

    /** Lets one request at a time decide about a file; the first statement of its transaction. */
    void lock(long id) {
        intakes.lock(id);
    }

    /** Refuses a file that was not sent from the scope. */
    void requireSeen(long id, Scope scope) {
        UNKNOWN.when(intakes.find(id, scope).isEmpty());
    }

    /** Refuses a file that proposes nothing, or of which not all rows are proposals yet. */
    void requireProposed(long id, Scope scope) {
        var file = intakes.find(id, scope).orElseThrow(UNKNOWN);
        NOTHING_OPEN.unless(forms.get(file.what()).isDecided());
        BEING_READ.when(file.atWork());
    }
}
