package cn.dangjian.organization.field.joint;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a joint body. */
enum JointRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "joint.unknown"),
    SEAT_UNKNOWN(NOT_FOUND, "joint.seat-unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    NOT_YOURS(FORBIDDEN, "joint.not-yours"),
    NOT_A_STREET(UNPROCESSABLE_CONTENT, "joint.not-a-street"),
    DAY_UNFIT(UNPROCESSABLE_CONTENT, "joint.day-unfit"),
    THERE_ALREADY(CONFLICT, "joint.there-already"),
    FOUNDED_ALREADY(CONFLICT, "joint.founded-already"),
    NOT_FOUNDED(CONFLICT, "joint.not-founded");

    private final Reason reason;

    JointRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
