package cn.dangjian.dues.audit.proof;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is proved. */
enum ProofRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown");

    private final Reason reason;

    ProofRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
