package cn.dangjian.member.person.quality;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is said of the quality of files. */
enum QualityRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    QualityRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
