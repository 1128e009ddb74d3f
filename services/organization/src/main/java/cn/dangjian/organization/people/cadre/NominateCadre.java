package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.NO_SUCH_TAG;
import static cn.dangjian.organization.people.cadre.CadreRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 推荐后备干部: a village, or one above it, nominates somebody, with a mentor. */
@Service
class NominateCadre {

    private final CadreRepository cadres;
    private final Tags tags;

    NominateCadre(CadreRepository cadres, Tags tags) {
        this.cadres = cadres;
        this.tags = tags;
    }

    record NominationRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @NotBlank @Size(max = 100) @Stripped String mentor,
            @NotNull @Size(max = 10) Set<@NotBlank @Size(max = 32) String> tags) {}

    @Transactional
    Cadre nominate(UnitId id, NominationRequest request, Desk desk) {
        var village = desk.find(id, Tier.VILLAGE).orElseThrow(UNKNOWN);
        NO_SUCH_TAG.unless(tags.knowsAll(request.tags(), "RESERVE_SOURCE", village));
        return cadres.find(cadres.insert(id, request, desk), desk.scope()).orElseThrow();
    }
}
