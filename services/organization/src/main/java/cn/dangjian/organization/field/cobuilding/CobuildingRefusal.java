package cn.dangjian.organization.field.cobuilding;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a need, a resource or a project. */
enum CobuildingRefusal implements Refusal {
    NOT_A_COMMUNITY(UNPROCESSABLE_CONTENT, "cobuilding.not-a-community"),
    COMMUNITY_UNKNOWN(NOT_FOUND, "cobuilding.community-unknown"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "cobuilding.day-ahead"),
    NEED_UNKNOWN(NOT_FOUND, "cobuilding.need-unknown"),
    RESOURCE_UNKNOWN(NOT_FOUND, "cobuilding.resource-unknown"),
    MATCHED_ALREADY(CONFLICT, "cobuilding.matched-already"),
    PROJECT_UNKNOWN(NOT_FOUND, "cobuilding.project-unknown"),
    NOT_YOURS(FORBIDDEN, "cobuilding.not-yours"),
    WRONG_STATE(CONFLICT, "cobuilding.wrong-state"),
    DAY_UNFIT(UNPROCESSABLE_CONTENT, "cobuilding.day-unfit"),
    EVALUATED_ALREADY(CONFLICT, "cobuilding.evaluated-already");

    private final Reason reason;

    CobuildingRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
