package cn.dangjian.organization.tree.imports;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a file of an import takes nothing. */
enum ImportRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "import.unknown"),
    /** The import is being applied, or was. */
    CLOSED(CONFLICT, "import.closed");

    private final Reason reason;

    ImportRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
