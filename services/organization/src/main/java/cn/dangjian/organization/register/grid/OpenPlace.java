package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.COMMUNITY_UNKNOWN;
import static cn.dangjian.organization.register.grid.GridRefusal.KIND_UNFIT;
import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 划分: a community says which grids, buildings and households lie in it. */
@Service
class OpenPlace {

    private final PlaceRepository places;
    private final PlaceKinds kinds;

    OpenPlace(PlaceRepository places, PlaceKinds kinds) {
        this.places = places;
        this.kinds = kinds;
    }

    /** @param parentId the place in which it lies; null directly under the community */
    record OpenRequest(
            @NotNull UnitId communityId,
            @Nullable Long parentId,
            @NotBlank @Size(max = 16) String kind,
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull LocalDate on) {}

    /** The new place's id. */
    @Transactional
    long open(OpenRequest request, Desk desk) {
        COMMUNITY_UNKNOWN.when(desk.find(request.communityId(), Tier.VILLAGE).isEmpty());
        var parent = parent(request, desk);
        Warden.require(request.on(), parent == null ? LocalDate.MIN : parent.openedOn(), desk);
        if (parent != null) Warden.requireOpen(parent);
        if (!kinds.fits(request.kind(), parent == null ? null : parent.kind())) throw KIND_UNFIT.with(request.kind());

        if (parent != null) places.touch(parent);
        return places.insert(request, desk);
    }

    private @Nullable Place parent(OpenRequest request, Desk desk) {
        if (request.parentId() == null) return null;
        return places.find(request.parentId(), desk.scope())
                .filter(place -> place.communityId() == request.communityId().value())
                .orElseThrow(UNKNOWN);
    }
}
