package cn.dangjian.member.person.self;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why somebody sees nothing of himself. */
enum SelfRefusal implements Refusal {
    NO_FILE(NOT_FOUND, "self.no-file");

    private final Reason reason;

    SelfRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
