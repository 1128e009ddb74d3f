package cn.dangjian.platform.files.upload;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done with an upload. */
enum UploadRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "upload.unknown"),
    INCOMPLETE(CONFLICT, "upload.incomplete"),
    TAKEN(CONFLICT, "upload.taken");

    private final Reason reason;

    UploadRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
