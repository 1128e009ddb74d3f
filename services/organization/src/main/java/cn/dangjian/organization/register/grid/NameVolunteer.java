package cn.dangjian.organization.register.grid;

import cn.dangjian.organization.register.grid.VolunteerRepository.Volunteer;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 确定中心户党员志愿者: from a day on a member volunteers in a household, or nobody does any more. */
@Service
class NameVolunteer {

    private static final String HOUSEHOLD = "HOUSEHOLD";

    private final PlaceRepository places;
    private final VolunteerRepository volunteers;
    private final Warden warden;

    NameVolunteer(PlaceRepository places, VolunteerRepository volunteers, Warden warden) {
        this.places = places;
        this.volunteers = volunteers;
        this.warden = warden;
    }

    /** @param name null if nobody volunteers there any more */
    record Plan(
            long id,
            @Nullable String ifMatch,
            @Nullable String name,
            @Nullable Long member,
            LocalDate on) {}

    @Transactional
    Outcome name(Plan plan, Caller caller) {
        var scope = warden.scope(caller);
        var found = places.find(plan.id(), scope);
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchPlace());

        var place = found.get();
        ETags.requireMatch(plan.ifMatch(), place.version());
        var refusal = refuse(plan, place, volunteers.list(place.id(), scope), caller);
        if (refusal != null) return new Outcome.Refused(refusal);

        places.touch(place);
        volunteers.end(place, plan.on());
        var name = plan.name();
        if (name != null) volunteers.insert(place, name, plan.member(), plan.on(), warden.said(caller));
        return new Outcome.Named(place.id());
    }

    private @Nullable Refusal refuse(Plan plan, Place place, List<Volunteer> before, Caller caller) {
        if (place.isClosed()) return new Refusal.Closed(place.name());
        if (!place.kind().equals(HOUSEHOLD)) return new Refusal.VolunteerUnfit(place.kind());
        var refusal = warden.refuse(caller, plan.on(), earliest(place, before));
        if (refusal != null) return refusal;
        boolean nobody = before.isEmpty() || before.getFirst().to() != null;
        return plan.name() == null && nobody ? new Refusal.NoVolunteer() : null;
    }

    /** The first day of which nothing is said yet. */
    static LocalDate earliest(Place place, List<Volunteer> before) {
        if (before.isEmpty()) return place.openedOn();
        var last = before.getFirst();
        var to = last.to();
        return to == null ? last.from() : to;
    }

    sealed interface Outcome {
        record Named(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
