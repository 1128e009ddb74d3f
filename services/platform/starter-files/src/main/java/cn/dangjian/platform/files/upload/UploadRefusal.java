package cn.dangjian.platform.files.upload;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done with an upload. */
enum UploadRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "upload.unknown"),
    INCOMPLETE(CONFLICT, "upload.incomplete"),
    TAKEN(CONFLICT, "upload.taken"),
    OFFSET_MISSING(BAD_REQUEST, "upload.offset-missing"),
    DIGEST_MALFORMED(BAD_REQUEST, "upload.digest-malformed"),
    OTHER_OFFSET(CONFLICT, "upload.offset-mismatch"),
    COMPLETE(CONFLICT, "upload.complete"),
    TOO_LARGE(CONTENT_TOO_LARGE, "upload.too-large"),
    DAMAGED(UNPROCESSABLE_CONTENT, "upload.digest-mismatch");

    private final Reason reason;

    UploadRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
