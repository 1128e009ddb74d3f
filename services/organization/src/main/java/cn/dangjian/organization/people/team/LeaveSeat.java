package cn.dangjian.organization.people.team;

import static cn.dangjian.organization.people.term.TeamRefusal.ENDED;
import static cn.dangjian.organization.people.term.TeamRefusal.UNKNOWN;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 免职: a superior writes down from which day on someone does not sit there any more. */
@Service
class LeaveSeat {

    private final SeatRepository seats;
    private final SeatBook book;

    LeaveSeat(SeatRepository seats, SeatBook book) {
        this.seats = seats;
        this.book = book;
    }

    /** @param on the first day without; also one to come, which takes effect by itself */
    record EndRequest(
            @NotNull LocalDate on,

            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    @Transactional
    Seat leave(long id, EndRequest request, Seen seen, Desk desk) {
        seats.lock(id);
        var seat = seats.find(id, desk.scope()).orElseThrow(UNKNOWN);
        Appointer.find(seat.unitId(), desk);
        seen.require(seat.version());
        var to = seat.to();
        if (to != null && !to.isAfter(desk.today())) throw ENDED.with(to);
        if (request.on().isBefore(seat.from()))
            throw WRONG_DAY.with(seat.from(), desk.today().plusYears(1));
        return book.end(seat, request.on(), request.reason(), desk);
    }
}
