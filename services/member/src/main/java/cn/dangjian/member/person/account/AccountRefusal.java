package cn.dangjian.member.person.account;

import static org.springframework.http.HttpStatus.CONFLICT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why no account is asked for. */
enum AccountRefusal implements Refusal {
    OUT(CONFLICT, "account.member-out");

    private final Reason reason;

    AccountRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
