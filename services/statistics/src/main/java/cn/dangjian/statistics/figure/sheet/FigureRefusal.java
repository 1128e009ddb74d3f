package cn.dangjian.statistics.figure.sheet;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a figure is not shown. */
public enum FigureRefusal implements Refusal {
    UNKNOWN_UNIT(NOT_FOUND, "figure.unit-unknown"),
    UNKNOWN_MEASURE(BAD_REQUEST, "figure.measure-unknown"),
    TOO_MANY(BAD_REQUEST, "figure.too-many-measures"),
    TO_COME(BAD_REQUEST, "figure.month-to-come"),
    NO_PARTS(BAD_REQUEST, "figure.no-parts");

    private final Reason reason;

    FigureRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
