package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.HAS_PLACES;
import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤并: a place exists no more; what it was stays readable. */
@Service
class ClosePlace {

    private final PlaceRepository places;
    private final VolunteerRepository volunteers;

    ClosePlace(PlaceRepository places, VolunteerRepository volunteers) {
        this.places = places;
        this.volunteers = volunteers;
    }

    @Transactional
    void close(long id, LocalDate on, Seen seen, Desk desk) {
        var place = places.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(place.version());
        Warden.requireOpen(place);
        Warden.require(on, place.earliest(), desk);
        Warden.require(on, NameVolunteer.earliest(place, volunteers.list(id, desk.scope())), desk);
        HAS_PLACES.when(places.hasOpenPlaces(place));

        places.close(place, on);
        volunteers.end(place, on);
    }
}
