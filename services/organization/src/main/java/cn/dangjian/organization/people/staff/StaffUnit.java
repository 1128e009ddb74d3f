package cn.dangjian.organization.people.staff;

import static cn.dangjian.organization.people.staff.StaffRefusal.GONE;
import static cn.dangjian.organization.people.staff.StaffRefusal.NOT_YOURS;
import static cn.dangjian.organization.people.staff.StaffRefusal.NO_SUCH_TYPE;
import static cn.dangjian.organization.people.staff.StaffRefusal.UNKNOWN;
import static cn.dangjian.organization.people.staff.StaffRefusal.WRONG_DAY;

import cn.dangjian.organization.tree.rule.Catalogue;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 党务力量配备: a township or above puts staff on posts at its units, lets them go, and sets how many there should be. */
@Service
class StaffUnit {

    static final String TYPES = "STAFF_TYPE";
    private static final String TYPE = "[A-Z][A-Z_]{0,31}";

    private final StaffRepository staff;
    private final Catalogue catalogue;

    StaffUnit(StaffRepository staff, Catalogue catalogue) {
        this.staff = staff;
        this.catalogue = catalogue;
    }

    record StaffRequest(
            @NotNull @Pattern(regexp = TYPE) String type,
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @NotNull Boolean fullTime,
            @NotNull LocalDate from) {}

    record EndRequest(
            @NotNull LocalDate on,

            @NotBlank @Size(max = 200) @Stripped(lines = true)
            String reason) {}

    record QuotaRequest(
            @NotNull @Pattern(regexp = TYPE) String type,
            @NotNull LocalDate since,
            @Min(0) @Max(999) int quota,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Staff hire(UnitId unit, StaffRequest request, Desk desk) {
        UNKNOWN.when(desk.find(unit).isEmpty());
        NOT_YOURS.when(desk.isBelow(Tier.TOWNSHIP));
        requireType(request.type());
        WRONG_DAY.when(request.from().isAfter(desk.today()));

        return staff.find(staff.insert(unit, request), desk.scope()).orElseThrow();
    }

    @Transactional
    Staff release(long id, EndRequest request, Seen seen, Desk desk) {
        var one = staff.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.when(desk.isBelow(Tier.TOWNSHIP));
        seen.require(one.version());
        GONE.when(one.toOn() != null);
        WRONG_DAY.when(request.on().isBefore(one.fromOn()) || request.on().isAfter(desk.today()));

        staff.end(one, request);
        return staff.find(id, desk.scope()).orElseThrow();
    }

    /** Set by one above the unit; of a province, which nobody is above, by itself. */
    @Transactional
    void setQuota(UnitId unit, QuotaRequest request, Desk desk) {
        UNKNOWN.when(desk.find(unit).isEmpty());
        NOT_YOURS.when(desk.isOf(unit) && !desk.isAt(Tier.PROVINCE));
        NOT_YOURS.when(desk.isBelow(Tier.TOWNSHIP));
        requireType(request.type());
        WRONG_DAY.when(request.since().isBefore(desk.today()));

        staff.insert(unit, request, desk);
    }

    private void requireType(String type) {
        if (catalogue.find(TYPES, type).isEmpty()) throw NO_SUCH_TYPE.with(type);
    }
}
