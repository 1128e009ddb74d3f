package cn.dangjian.member.growth.quota;

import static cn.dangjian.member.growth.quota.QuotaRefusal.NOT_YOURS;
import static cn.dangjian.member.growth.quota.QuotaRefusal.SET_ABOVE;
import static cn.dangjian.member.growth.quota.QuotaRefusal.UNKNOWN;
import static cn.dangjian.member.growth.quota.QuotaRefusal.WRONG_YEAR;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 下达计划: a county or above says how many a unit of its subtree may admit in a year. */
@Service
class SetQuota {

    private final QuotaRepository quotas;

    SetQuota(QuotaRepository quotas) {
        this.quotas = quotas;
    }

    record QuotaRequest(
            @NotNull @PositiveOrZero @Max(1_000_000) Integer number,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Quota set(UnitId id, int year, QuotaRequest request, Desk desk) {
        UNKNOWN.when(desk.find(id).isEmpty());
        NOT_YOURS.when(desk.isBelow(Tier.COUNTY));
        SET_ABOVE.when(quotas.isSetAbove(id, year, desk));
        int now = desk.today().getYear();
        if (year < now || year > now + 1) throw WRONG_YEAR.with(String.valueOf(now), String.valueOf(now + 1));

        quotas.insert(id, year, request, desk);
        return quotas.find(id, year, desk.scope()).orElseThrow();
    }
}
