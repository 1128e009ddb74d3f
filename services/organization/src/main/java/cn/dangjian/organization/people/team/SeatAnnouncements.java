package cn.dangjian.organization.people.team;

import cn.dangjian.platform.events.Outbox;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the house who sits where, so that access begins and ends with a seat. */
@Component
class SeatAnnouncements {

    private static final String TYPE = "organization.seats-changed.v1";

    private final Outbox outbox;

    SeatAnnouncements(Outbox outbox) {
        this.outbox = outbox;
    }

    /** The data of {@code contracts/events/seats-changed.v1}. */
    record SeatChanged(
            long seat,
            long unit,
            String post,
            @Nullable Long account,
            LocalDate from,
            @Nullable LocalDate to,
            boolean active) {

        static SeatChanged of(Seat seat, LocalDate day) {
            return new SeatChanged(
                    seat.id(),
                    seat.unitId().value(),
                    seat.post(),
                    seat.accountId(),
                    seat.from(),
                    seat.to(),
                    seat.isHeldOn(day));
        }
    }

    /** Announces seats as they are on a day, when the surrounding transaction commits. */
    void announce(List<Seat> seats, LocalDate day, @Nullable String subject) {
        outbox.appendAll(seats.stream()
                .map(seat ->
                        new Outbox.Entry(TYPE, "seat:" + seat.id(), seat.version(), subject, SeatChanged.of(seat, day)))
                .toList());
    }
}
