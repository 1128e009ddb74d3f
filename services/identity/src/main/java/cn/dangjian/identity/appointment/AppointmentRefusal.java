package cn.dangjian.identity.appointment;

import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import cn.dangjian.platform.web.problem.Refusal;
import org.springframework.http.HttpStatus;

/** Why a post is not given, ended or shown. */
public enum AppointmentRefusal implements Refusal {
    UNKNOWN(NOT_FOUND, "appointment.unknown"),
    UNIT_UNKNOWN(NOT_FOUND, "appointment.unit-unknown"),
    SEAT_UNKNOWN(NOT_FOUND, "appointment.seat-unknown"),
    SEAT_ENDED(CONFLICT, "appointment.seat-ended"),
    SEAT_TAKEN(CONFLICT, "appointment.seat-taken"),
    NOT_BELOW(CONFLICT, "appointment.not-below"),
    OFFICE(CONFLICT, "appointment.office"),
    ENDED(CONFLICT, "appointment.ended"),
    HELD(CONFLICT, "appointment.held"),
    WRONG_DAYS(UNPROCESSABLE_CONTENT, "appointment.days");

    private final Reason reason;

    AppointmentRefusal(HttpStatus status, String code) {
        reason = new Reason(status, code);
    }

    @Override
    public Reason reason() {
        return reason;
    }
}
