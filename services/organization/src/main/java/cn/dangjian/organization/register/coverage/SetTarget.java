package cn.dangjian.organization.register.coverage;

import static cn.dangjian.organization.register.coverage.CoverageRefusal.TARGET_NOT_YOURS;
import static cn.dangjian.organization.register.coverage.CoverageRefusal.TARGET_PAST;
import static cn.dangjian.organization.register.coverage.CoverageRefusal.TYPE_UNKNOWN;

import cn.dangjian.organization.register.code.CodeTables;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度目标: a county or above sets which rate of coverage its subtree is to reach in a year, by a document. */
@Service
class SetTarget {

    private final TargetRepository targets;
    private final CodeTables codes;

    SetTarget(TargetRepository targets, CodeTables codes) {
        this.targets = targets;
        this.codes = codes;
    }

    record TargetRequest(
            @NotNull @Max(2999) Integer year,
            @NotBlank @Size(max = 32) String type,

            @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal percent,

            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    void set(TargetRequest request, Desk desk) {
        TARGET_NOT_YOURS.when(desk.isBelow(Tier.COUNTY));
        if (!codes.knows("unit-type", request.type())) throw TYPE_UNKNOWN.with(request.type());
        int year = request.year();
        if (year < desk.today().getYear()) throw TARGET_PAST.with(String.valueOf(year));

        targets.insert(request, desk);
    }
}
