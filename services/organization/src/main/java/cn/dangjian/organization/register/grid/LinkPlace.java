package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.web.caller.Caller;
import cn.dangjian.platform.web.version.ETags;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 网格党支部、楼栋党小组: from a day on a Party unit of the community stands for a place, or none does. */
@Service
class LinkPlace {

    private final PlaceRepository places;
    private final PlaceKinds kinds;
    private final Warden warden;

    LinkPlace(PlaceRepository places, PlaceKinds kinds, Warden warden) {
        this.places = places;
        this.kinds = kinds;
        this.warden = warden;
    }

    /** @param partyUnit null if none stands for the place any more */
    record Plan(long id, @Nullable String ifMatch, @Nullable Long partyUnit, LocalDate on) {}

    @Transactional
    Outcome link(Plan plan, Caller caller) {
        var found = places.find(plan.id(), warden.scope(caller));
        if (found.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchPlace());

        var place = found.get();
        ETags.requireMatch(plan.ifMatch(), place.version());
        Refusal refusal = place.isClosed() ? new Refusal.Closed(place.name()) : null;
        if (refusal == null) refusal = warden.refuse(caller, plan.on(), place.earliest());
        if (refusal == null) refusal = refuse(place, plan.partyUnit(), caller);
        if (refusal != null) return new Outcome.Refused(refusal);

        places.link(place, plan.partyUnit(), plan.on(), warden.said(caller));
        return new Outcome.Linked(place.id());
    }

    private @Nullable Refusal refuse(Place place, @Nullable Long partyUnit, Caller caller) {
        if (partyUnit == null) return place.partyUnit() == null ? new Refusal.NotLinked() : null;
        var unit = warden.find(partyUnit, caller);
        var community = warden.find(place.communityId(), caller);
        if (unit.isEmpty() || community.isEmpty()) return new Refusal.NoSuchPartyUnit();
        boolean fits = Scope.subtree(community.get().path()).contains(unit.get().path())
                && kinds.links(place.kind(), unit.get().kind());
        return fits ? null : new Refusal.PartyUnitUnfit(unit.get().kind());
    }

    sealed interface Outcome {
        record Linked(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
