package cn.dangjian.organization.register.grid;

import static cn.dangjian.organization.register.grid.GridRefusal.NO_VOLUNTEER;
import static cn.dangjian.organization.register.grid.GridRefusal.UNKNOWN;
import static cn.dangjian.organization.register.grid.GridRefusal.VOLUNTEER_UNFIT;

import cn.dangjian.organization.register.grid.VolunteerRepository.Volunteer;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
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

    NameVolunteer(PlaceRepository places, VolunteerRepository volunteers) {
        this.places = places;
        this.volunteers = volunteers;
    }

    /** @param name null or blank if nobody volunteers there any more */
    record VolunteerRequest(
            @Nullable @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long member,
            @NotNull LocalDate on) {

        boolean nobody() {
            return name == null || name.isBlank();
        }
    }

    @Transactional
    void name(long id, VolunteerRequest request, Seen seen, Desk desk) {
        var place = places.find(id, desk.scope()).orElseThrow(UNKNOWN);
        seen.require(place.version());
        Warden.requireOpen(place);
        if (!place.kind().equals(HOUSEHOLD)) throw VOLUNTEER_UNFIT.with(place.kind());
        var before = volunteers.list(id, desk.scope());
        Warden.require(request.on(), earliest(place, before), desk);
        NO_VOLUNTEER.when(
                request.nobody() && (before.isEmpty() || before.getFirst().to() != null));

        places.touch(place);
        volunteers.end(place, request.on());
        if (!request.nobody()) volunteers.insert(place, request, desk);
    }

    /** The first day of which nothing is said yet. */
    static LocalDate earliest(Place place, List<Volunteer> before) {
        if (before.isEmpty()) return place.openedOn();
        var last = before.getFirst();
        var to = last.to();
        return to == null ? last.from() : to;
    }
}
