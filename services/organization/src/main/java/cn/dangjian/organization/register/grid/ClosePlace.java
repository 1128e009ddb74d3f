package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 撤并: a place exists no more; what it was stays readable. */
@Service
class ClosePlace {

    private final PlaceRepository places;
    private final VolunteerRepository volunteers;
    private final Warden warden;

    ClosePlace(PlaceRepository places, VolunteerRepository volunteers, Warden warden) {
        this.places = places;
        this.volunteers = volunteers;
        this.warden = warden;
    }

    @Transactional
    Outcome close(long id, @Nullable String ifMatch, LocalDate on, Caller caller) {
        var scope = warden.scope(caller);
        var found = places.find(id, scope);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchPlace());

        var place = found.get();
        ETags.requireMatch(ifMatch, place.version());
        Refusal refusal = place.isClosed() ? new Refusal.Closed(place.name()) : null;
        if (refusal == null) refusal = warden.refuse(caller, on, place.earliest());
        if (refusal == null)
            refusal = warden.refuse(caller, on, NameVolunteer.earliest(place, volunteers.list(id, scope)));
        if (refusal != null) return new Outcome.Refused(refusal);

        if (places.hasOpenPlaces(place)) return new Outcome.Refused(new Refusal.HasPlaces());
        places.close(place, on);
        volunteers.end(place, on);
        return new Outcome.Closed(place.id());
    }

    sealed interface Outcome {
        record Closed(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
