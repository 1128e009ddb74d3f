package cn.dangjian.organization.files.intake;

import cn.dangjian.organization.files.form.Forms;
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
        /** Some of its rows are no proposals yet. */
        AT_WORK,
        PROPOSES
    }

    public Known find(long id, Scope scope) {
        return intakes.find(id, scope).map(this::known).orElse(Known.NOT_SEEN);
    }

    private Known known(Intake intake) {
        if (!forms.get(intake.what()).isDecided()) return Known.PROPOSES_NOTHING;
        return intake.isAtWork() ? Known.AT_WORK : Known.PROPOSES;
    }
}
