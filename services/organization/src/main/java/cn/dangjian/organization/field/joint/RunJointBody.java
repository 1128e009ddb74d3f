package cn.dangjian.organization.field.joint;

import static cn.dangjian.organization.field.joint.JointRefusal.DAY_UNFIT;
import static cn.dangjian.organization.field.joint.JointRefusal.NOT_FOUNDED;
import static cn.dangjian.organization.field.joint.JointRefusal.NOT_YOURS;
import static cn.dangjian.organization.field.joint.JointRefusal.SEAT_UNKNOWN;
import static cn.dangjian.organization.field.joint.JointRefusal.UNKNOWN;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 兼职委员与联席会议: the street or community seats people of resident units and writes down the meetings. */
@Service
class RunJointBody {

    private final JointRepository bodies;

    RunJointBody(JointRepository bodies) {
        this.bodies = bodies;
    }

    /** @param to the last day; null while it lasts */
    record SeatRequest(
            @NotBlank @Size(max = 200) @Stripped String unit,
            @NotBlank @Size(max = 100) @Stripped String name,
            @NotBlank @Size(max = 100) @Stripped String duty,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    /** @param minutes a file of the archive */
    record MeetingRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 200) @Stripped String topic,

            @NotBlank @Size(max = 2000) @Stripped(lines = true)
            String decisions,

            @Nullable @Pattern(regexp = "[A-Za-z0-9-]{1,64}")
            String minutes) {}

    @Transactional
    long seat(long id, SeatRequest request, Desk desk) {
        var body = bodies.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(body.unitId()));
        DAY_UNFIT.when(request.to() != null && request.to().isBefore(request.from()));

        return bodies.insert(id, request);
    }

    @Transactional
    void leave(long id, long seat, LocalDate day, Desk desk) {
        var body = bodies.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var held = bodies.listSeats(id).stream()
                .filter(one -> one.id() == seat)
                .findFirst()
                .orElseThrow(SEAT_UNKNOWN);
        NOT_YOURS.unless(desk.isOf(body.unitId()));
        boolean later = held.toDay() != null && held.toDay().isBefore(day);
        DAY_UNFIT.when(later || day.isBefore(held.fromDay()));

        bodies.end(seat, day);
    }

    @Transactional
    long meet(long id, MeetingRequest request, Desk desk) {
        var body = bodies.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(body.unitId()));
        var foundedOn = body.foundedOn();
        if (foundedOn == null) throw NOT_FOUNDED.get();
        DAY_UNFIT.when(request.day().isBefore(foundedOn) || request.day().isAfter(desk.today()));

        return bodies.insert(id, request, desk);
    }
}
