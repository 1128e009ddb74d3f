package cn.dangjian.organization.field.joint;

import static cn.dangjian.organization.field.joint.JointRefusal.DAY_UNFIT;
import static cn.dangjian.organization.field.joint.JointRefusal.FOUNDED_ALREADY;
import static cn.dangjian.organization.field.joint.JointRefusal.NOT_A_STREET;
import static cn.dangjian.organization.field.joint.JointRefusal.NOT_YOURS;
import static cn.dangjian.organization.field.joint.JointRefusal.THERE_ALREADY;
import static cn.dangjian.organization.field.joint.JointRefusal.UNKNOWN;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.rules.book.Rulebook;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 组建大工委、大党委: a street or community plans its joint body until a day, and founds it. */
@Service
class FoundJointBody {

    private static final int MONTHS = 12;

    private final JointRepository bodies;
    private final Rulebook rulebook;

    FoundJointBody(JointRepository bodies, Rulebook rulebook) {
        this.bodies = bodies;
        this.rulebook = rulebook;
    }

    /** @param targetOn until when; the rule's month of that year if none is given */
    record PlanRequest(
            @Min(2018) @Max(2100) int year, @Nullable LocalDate targetOn) {}

    record FoundRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    long plan(PlanRequest request, Desk desk) {
        var unit = desk.unit();
        NOT_A_STREET.unless(
                desk.isAt(Tier.TOWNSHIP, Tier.VILLAGE) && unit.domain().equals("URBAN"));
        var target = request.targetOn();
        DAY_UNFIT.when(target != null && target.getYear() != request.year());
        THERE_ALREADY.when(bodies.exists(unit.id()));

        return bodies.insert(unit.id(), target == null ? target(request.year(), desk) : target);
    }

    @Transactional
    void found(long id, FoundRequest request, Seen seen, Desk desk) {
        var body = bodies.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(body.unitId()));
        FOUNDED_ALREADY.when(body.foundedOn() != null);
        seen.require(body.version());
        DAY_UNFIT.when(request.day().isAfter(desk.today()));

        bodies.found(body, request);
    }

    private LocalDate target(int year, Desk desk) {
        int month = rulebook.on(desk.today())
                .number("joint.target.month", desk.unit().path());
        return YearMonth.of(year, Math.clamp(month, 1, MONTHS)).atEndOfMonth();
    }
}
