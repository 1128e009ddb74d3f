package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.FUTURE;
import static cn.dangjian.organization.people.cadre.CadreRefusal.NOT_YOURS;
import static cn.dangjian.organization.people.cadre.CadreRefusal.NO_SUCH_TAG;
import static cn.dangjian.organization.people.cadre.CadreRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 调整撤换: a township or county writes down which village secretary was replaced, and for which of the known reasons. */
@Service
class AdjustSecretary {

    private final AdjustmentRepository adjustments;
    private final Tags tags;

    AdjustSecretary(AdjustmentRepository adjustments, Tags tags) {
        this.adjustments = adjustments;
        this.tags = tags;
    }

    record AdjustmentRequest(
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotNull LocalDate adjustedOn,
            @Nullable @Size(max = 100) String successor,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull @Size(min = 1, max = 10) Set<@NotBlank @Size(max = 32) String> tags) {}

    /** The new adjustment's id. */
    @Transactional
    long adjust(UnitId id, AdjustmentRequest request, Desk desk) {
        var village = desk.find(id, Tier.VILLAGE).orElseThrow(UNKNOWN);
        NOT_YOURS.when(desk.isAt(Tier.VILLAGE));
        FUTURE.when(request.adjustedOn().isAfter(desk.today()));
        NO_SUCH_TAG.unless(tags.knowsAll(request.tags(), "ADJUSTMENT", village));
        return adjustments.insert(id, request, desk);
    }
}
