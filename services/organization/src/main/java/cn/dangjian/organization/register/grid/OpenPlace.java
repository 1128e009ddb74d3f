package cn.dangjian.organization.register.grid;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 划分: a community says which grids, buildings and households lie in it. */
@Service
class OpenPlace {

    private final PlaceRepository places;
    private final PlaceKinds kinds;
    private final Warden warden;

    OpenPlace(PlaceRepository places, PlaceKinds kinds, Warden warden) {
        this.places = places;
        this.kinds = kinds;
        this.warden = warden;
    }

    /** @param parent the place in which it lies; null directly under the community */
    record Plan(long community, @Nullable Long parent, String kind, String name, LocalDate on) {}

    @Transactional
    Outcome open(Plan plan, Caller caller) {
        var community = warden.find(plan.community(), caller).filter(unit -> unit.tier() == Tier.VILLAGE);
        if (community.isEmpty()) return new Outcome.Refused(new Refusal.NoSuchCommunity());
        var parent = plan.parent() == null
                ? null
                : places.find(plan.parent(), warden.scope(caller)).orElse(null);
        boolean lost = plan.parent() != null && (parent == null || parent.communityId() != plan.community());
        if (lost) return new Outcome.Refused(new Refusal.NoSuchPlace());

        var refusal = warden.refuse(caller, plan.on(), parent == null ? LocalDate.MIN : parent.openedOn());
        if (refusal == null) refusal = refuse(plan, parent);
        if (refusal != null) return new Outcome.Refused(refusal);

        if (parent != null) places.touch(parent);
        long id = places.insert(plan.community(), parent, plan.kind(), plan.name(), plan.on(), warden.said(caller));
        return new Outcome.Opened(id);
    }

    private @Nullable Refusal refuse(Plan plan, @Nullable Place parent) {
        if (parent != null && parent.isClosed()) return new Refusal.Closed(parent.name());
        boolean fits = kinds.fits(plan.kind(), parent == null ? null : parent.kind());
        return fits ? null : new Refusal.KindUnfit(plan.kind());
    }

    sealed interface Outcome {
        record Opened(long id) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }
}
