package cn.dangjian.organization.people.cadre;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about reserve lists, replaced secretaries and their tags. */
enum CadreRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "cadre.unknown"),
    NOT_YOURS(FORBIDDEN, "cadre.not-yours"),
    NO_SUCH_TAG(UNPROCESSABLE_CONTENT, "cadre.no-such-tag"),
    NO_SUCH_LIST(NOT_FOUND, "cadre.no-such-list"),
    TAG_TAKEN(CONFLICT, "cadre.tag-taken"),
    LEFT(CONFLICT, "cadre.left"),
    LISTED(CONFLICT, "cadre.listed"),
    FUTURE(UNPROCESSABLE_CONTENT, "cadre.future");

    private final Reason reason;

    CadreRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
