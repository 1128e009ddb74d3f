package cn.dangjian.identity.seat;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The seats, for the other rooms. */
@Service
public class Seats {

    private final SeatRepository seats;

    Seats(SeatRepository seats) {
        this.seats = seats;
    }

    /** That seat, if it is one of that unit; nothing about it changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Seat> lock(long id, long unit) {
        return seats.lock(List.of(id)).stream()
                .filter(seat -> seat.unit() == unit)
                .findFirst();
    }
}
