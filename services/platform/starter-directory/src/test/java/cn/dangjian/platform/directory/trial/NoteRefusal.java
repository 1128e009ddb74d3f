package cn.dangjian.platform.directory.trial;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

enum NoteRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "note.unknown"),
    CLOSED(CONFLICT, "note.closed");

    private final Reason reason;

    NoteRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
