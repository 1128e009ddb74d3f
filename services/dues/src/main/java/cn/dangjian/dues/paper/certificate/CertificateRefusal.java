package cn.dangjian.dues.paper.certificate;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why there is no certificate. */
enum CertificateRefusal implements Refusal {
    MEMBER_UNKNOWN(NOT_FOUND, "dues.member-unknown"),
    NO_FILE(NOT_FOUND, "dues.no-file");

    private final Reason reason;

    CertificateRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
