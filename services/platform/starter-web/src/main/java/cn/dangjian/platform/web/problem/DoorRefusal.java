package cn.dangjian.platform.web.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import org.springframework.http.HttpStatus;

/** Why the door itself refuses, before a use case is asked or after it failed. */
public enum DoorRefusal implements Refusal {
    TOKEN_MISSING(UNAUTHORIZED, "token.missing"),
    TOKEN_INVALID(UNAUTHORIZED, "token.invalid"),
    TOKEN_SUPERSEDED(UNAUTHORIZED, "token.superseded"),
    DENIED(FORBIDDEN, "access.denied"),
    NOT_A_SERVICE(FORBIDDEN, "caller.not-a-service"),
    NOT_ADMINISTRATOR(FORBIDDEN, "caller.not-administrator"),
    NO_POST(FORBIDDEN, "caller.no-post"),
    BODY_MISSING(BAD_REQUEST, "body.missing"),
    BODY_MALFORMED(BAD_REQUEST, "body.malformed"),
    UNKNOWN_FIELD(BAD_REQUEST, "body.unknown-field"),
    WRONG_TYPE(BAD_REQUEST, "body.wrong-type"),
    INVALID(BAD_REQUEST, "body.invalid"),
    UNFIT_TEXT(BAD_REQUEST, "text.unfit"),
    TOO_LARGE(CONTENT_TOO_LARGE, "body.too-large"),
    UNSUPPORTED(UNSUPPORTED_MEDIA_TYPE, "media.unsupported"),
    NOT_ACCEPTED(NOT_ACCEPTABLE, "media.not-acceptable"),
    NO_SUCH_PATH(NOT_FOUND, "path.unknown"),
    NO_SUCH_METHOD(METHOD_NOT_ALLOWED, "method.not-allowed"),
    BAD(BAD_REQUEST, "request.invalid"),
    CHANGED_MEANWHILE(CONFLICT, "version.conflict"),
    LOST_RACE(CONFLICT, "conflict.concurrent"),
    BUSY(SERVICE_UNAVAILABLE, "service.busy"),
    UNAVAILABLE(SERVICE_UNAVAILABLE, "service.unavailable"),
    BROKEN(INTERNAL_SERVER_ERROR, "service.error");

    private final Reason reason;

    DoorRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
