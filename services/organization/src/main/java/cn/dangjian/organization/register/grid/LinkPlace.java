package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.NOT_LINKED;
import static cn.dangjian.organization.register.grid.GridRefusal.PARTY_UNIT_UNFIT;
import static cn.dangjian.organization.register.grid.GridRefusal.PARTY_UNIT_UNKNOWN;
import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 网格党支部、楼栋党小组: from a day on a Party unit of the community stands for a place, or none does. */
@Service
class LinkPlace {

    private final PlaceRepository places;
    private final PlaceKinds kinds;

    LinkPlace(PlaceRepository places, PlaceKinds kinds) {
        this.places = places;
        this.kinds = kinds;
    }

    /** @param partyUnitId null if none stands for the place any more */
    record LinkRequest(
            @Nullable UnitId partyUnitId, @NotNull LocalDate on) {}

    @Transactional
    void link(long id, LinkRequest request, Seen seen, Desk desk) {
        var place = places.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(place.version());
        Warden.requireOpen(place);
        Warden.require(request.on(), place.earliest(), desk);
        var party = request.partyUnitId();
        if (party == null) NOT_LINKED.when(place.partyUnit() == null);
        else require(place, party, desk);

        places.link(place, request, desk);
    }

    private void require(Place place, UnitId party, Desk desk) {
        var unit = desk.find(party).orElseThrow(PARTY_UNIT_UNKNOWN);
        var community = desk.find(new UnitId(place.communityId())).orElseThrow(PARTY_UNIT_UNKNOWN);
        boolean fits = Scope.subtree(community.path()).contains(unit.path()) && kinds.links(place.kind(), unit.kind());
        if (!fits) throw PARTY_UNIT_UNFIT.with(unit.kind());
    }
}
