package cn.dangjian.statistics.figure.goal;

import static cn.dangjian.statistics.figure.goal.TargetRefusal.BOTH;
import static cn.dangjian.statistics.figure.goal.TargetRefusal.FROM_ABOVE;
import static cn.dangjian.statistics.figure.goal.TargetRefusal.NO_SHARE;
import static cn.dangjian.statistics.figure.sheet.FigureRefusal.UNKNOWN_MEASURE;
import static cn.dangjian.statistics.figure.sheet.FigureRefusal.UNKNOWN_UNIT;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import cn.dangjian.platform.web.version.Seen;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.place.TreePath;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下达目标: a unit sets a target for itself or for one below it; what one above has set stays. */
@Service
class SetTarget {

    private final TargetTable targets;
    private final Catalogue catalogue;

    SetTarget(TargetTable targets, Catalogue catalogue) {
        this.targets = targets;
        this.catalogue = catalogue;
    }

    /**
     * A target from a month on.
     *
     * @param value a number, or
     * @param rate a share of the measure of which it is a part; neither ends an earlier target
     */
    record TargetRequest(
            @NotBlank @Size(max = 40) String measure,
            @NotNull YearMonth month,
            @Nullable @PositiveOrZero Long value,

            @Nullable @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 4)
            BigDecimal rate,

            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Target set(UnitId id, TargetRequest request, Seen seen, Desk desk) {
        var unit = desk.find(id).orElseThrow(UNKNOWN_UNIT);
        var measure = catalogue.find(request.measure()).orElseThrow(() -> UNKNOWN_MEASURE.with(request.measure()));
        targets.hold(unit.id());
        var known = targets.find(unit.id(), measure.code(), request.month().atDay(1));
        known.ifPresent(target -> seen.require(target.version()));
        var holds = targets.findUntil(unit.id(), measure.code(), request.month().atDay(1));
        FROM_ABOVE.when(holds.filter(target -> isFromAbove(target, desk)).isPresent());
        BOTH.when(request.value() != null && request.rate() != null);
        if (request.rate() != null && measure.shareOf() == null) throw NO_SHARE.with(measure.name());

        targets.save(unit.id(), request, desk);
        return targets.find(unit.id(), measure.code(), request.month().atDay(1)).orElseThrow();
    }

    /** Whether somebody set it who stands above whoever acts. */
    private static boolean isFromAbove(Target target, Desk desk) {
        return target.isSomething()
                && TreePath.above(desk.unit().path()).stream().anyMatch(path -> TreePath.unit(path) == target.setBy());
    }
}
