package cn.dangjian.assessment.result.showcase;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why units are not named as models, or one is not taken back. */
enum ShowcaseRefusal implements Refusal {
    UNIT_UNKNOWN(NOT_FOUND, "unit.unknown"),
    UNKNOWN(NOT_FOUND, "showcase.unknown"),
    /** {0} is the numbers of the units. */
    UNITS_UNKNOWN(NOT_FOUND, "showcase.units-unknown"),
    NOT_NAMING(FORBIDDEN, "showcase.not-naming"),
    NOT_YOURS(FORBIDDEN, "showcase.not-yours"),
    /** {0} is the names of the units. */
    NAMED_ALREADY(CONFLICT, "showcase.named-already"),
    /** {0} is the names of the units, {1} and {2} the years. */
    NOT_ON_FILE(CONFLICT, "showcase.not-on-file"),
    WITHDRAWN_ALREADY(CONFLICT, "showcase.withdrawn-already"),
    /** {0} is the year of the request. */
    YEAR_AHEAD(UNPROCESSABLE_CONTENT, "showcase.year-ahead"),
    /** {0} is the numbers of the units. */
    UNITS_TWICE(UNPROCESSABLE_CONTENT, "showcase.units-twice"),
    /** {0} is the names of the units. */
    UNITS_ENDED(UNPROCESSABLE_CONTENT, "showcase.units-ended"),
    /** {0} is the names of the units, {1} and {2} the years. */
    NOT_FIVE_STARS(UNPROCESSABLE_CONTENT, "showcase.not-five-stars"),
    /** {0} names the county, {1} is how many there would be, {2} how many there may be, {3} where that is written. */
    OVER_LIMIT(UNPROCESSABLE_CONTENT, "showcase.over-limit");

    private final Reason reason;

    ShowcaseRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
