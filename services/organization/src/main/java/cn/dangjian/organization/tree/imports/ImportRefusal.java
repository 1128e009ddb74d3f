package cn.dangjian.organization.tree.imports;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a file of an import takes nothing. */
enum ImportRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "import.unknown"),
    /** The import is being applied, or was. */
    CLOSED(CONFLICT, "import.closed"),
    OFFSET_MISSING(BAD_REQUEST, "import.offset-missing"),
    DIGEST_MALFORMED(BAD_REQUEST, "import.digest-malformed"),
    OTHER_OFFSET(CONFLICT, "import.offset-mismatch"),
    COMPLETE(CONFLICT, "import.file-complete"),
    TOO_LARGE(CONTENT_TOO_LARGE, "import.file-too-large"),
    DAMAGED(UNPROCESSABLE_CONTENT, "import.digest-mismatch");

    private final Reason reason;

    ImportRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
