package cn.dangjian.organization.register.venue;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why nothing is done about a venue, its projects, or what is asked of it. */
enum VenueRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "venue.unknown"),
    NOT_YOURS(FORBIDDEN, "venue.not-yours"),
    SAME_PERSON(FORBIDDEN, "venue.same-person"),
    UNDER_REVIEW(CONFLICT, "venue.under-review"),
    NOTHING_TO_JUDGE(CONFLICT, "venue.nothing-to-judge"),
    FLAG_UNKNOWN(UNPROCESSABLE_CONTENT, "venue.flag-unknown"),
    DAY_AHEAD(UNPROCESSABLE_CONTENT, "venue.day-ahead"),
    DAYS_UNFIT(UNPROCESSABLE_CONTENT, "venue.days-unfit"),
    PROJECT_UNKNOWN(NOT_FOUND, "venue.project-unknown"),
    NOT_A_COUNTY(FORBIDDEN, "venue.not-a-county"),
    TAG_THERE(CONFLICT, "venue.tag-there"),
    TAG_UNKNOWN(NOT_FOUND, "venue.tag-unknown");

    private final Reason reason;

    VenueRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
