package cn.dangjian.organization.intake;

import cn.dangjian.organization.form.Forms;
import cn.dangjian.platform.directory.Scope;
import org.springframework.stereotype.Component;

/** Files whose rows became proposals (变更申请); other rooms ask here. */
@Component
public class ProposedFiles {

    private final IntakeTable intakes;
    private final Forms forms;

    ProposedFiles(IntakeTable intakes, Forms forms) {
        this.intakes = intakes;
        this.forms = forms;
    }

    /** What a file is to somebody who decides. */
    public enum Known {
        NOT_SEEN,
        /** Its rows are applied without a decision. */
        PROPOSES_NOTHING,
        PROPOSES
    }

    public Known find(long id, Scope scope) {
        return intakes.find(id, scope)
                .map(intake -> forms.get(intake.what()).isDecided() ? Known.PROPOSES : Known.PROPOSES_NOTHING)
                .orElse(Known.NOT_SEEN);
    }
}
