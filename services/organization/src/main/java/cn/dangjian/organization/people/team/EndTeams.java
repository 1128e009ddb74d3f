package cn.dangjian.organization.people.team;

import cn.dangjian.organization.tree.hanging.Departure;
import cn.dangjian.organization.tree.hanging.Hanging;
import cn.dangjian.platform.directory.desk.Days;
import java.util.List;
import org.springframework.stereotype.Component;

/** 班子随组织撤并: whoever sits in the team of a unit that ends sits there no more, and the house is told. */
@Component
class EndTeams implements Hanging {

    private final SeatRepository seats;
    private final SeatAnnouncements announcements;
    private final Days days;

    EndTeams(SeatRepository seats, SeatAnnouncements announcements, Days days) {
        this.seats = seats;
        this.announcements = announcements;
        this.days = days;
    }

    @Override
    public void unitsEnded(List<Departure> ended) {
        var left = seats.listLeft();
        if (left.isEmpty()) return;
        seats.endLeft();
        var today = days.today();
        announcements.announce(seats.list(left), today, ended.getFirst().subject());
    }
}
