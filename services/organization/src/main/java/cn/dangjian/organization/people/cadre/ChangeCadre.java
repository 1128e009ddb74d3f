package cn.dangjian.organization.people.cadre;

import static cn.dangjian.organization.people.cadre.CadreRefusal.FUTURE;
import static cn.dangjian.organization.people.cadre.CadreRefusal.LEFT;
import static cn.dangjian.organization.people.cadre.CadreRefusal.LISTED;
import static cn.dangjian.organization.people.cadre.CadreRefusal.NOT_YOURS;
import static cn.dangjian.organization.people.cadre.CadreRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 后备干部管理: the county lists whom a village nominated, the township trains, either takes somebody off the list. */
@Service
class ChangeCadre {

    private final CadreRepository cadres;

    ChangeCadre(CadreRepository cadres) {
        this.cadres = cadres;
    }

    record LeaveRequest(
            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record TrainingRequest(
            @NotNull LocalDate heldOn,
            @NotBlank @Size(max = 200) @Stripped String topic,
            @Min(1) @Max(999) int hours) {}

    @Transactional
    Cadre enlist(long id, Seen seen, Desk desk) {
        var cadre = find(id, desk.isAt(Tier.COUNTY), seen, desk);
        LISTED.when(cadre.state() == Cadre.State.LISTED);
        cadres.enlist(cadre, desk.today());
        return cadres.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Cadre leave(long id, LeaveRequest request, Seen seen, Desk desk) {
        var cadre = find(id, !desk.isBelow(Tier.TOWNSHIP), seen, desk);
        cadres.leave(cadre, desk.today(), request.reason());
        return cadres.find(id, desk.scope()).orElseThrow();
    }

    @Transactional
    Cadre train(long id, TrainingRequest request, Desk desk) {
        var cadre = find(id, !desk.isBelow(Tier.TOWNSHIP), Seen.any(), desk);
        FUTURE.when(request.heldOn().isAfter(desk.today()));
        cadres.train(cadre, request, desk);
        return cadre;
    }

    /** Somebody who can still be changed, by whoever may. */
    private Cadre find(long id, boolean may, Seen seen, Desk desk) {
        var cadre = cadres.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(may);
        seen.require(cadre.version());
        LEFT.when(cadre.state() == Cadre.State.LEFT);
        return cadre;
    }
}
