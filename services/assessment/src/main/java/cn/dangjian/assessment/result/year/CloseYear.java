package cn.dangjian.assessment.result.year;

import static cn.dangjian.assessment.result.year.YearRefusal.CLOSED_ALREADY;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_LAST_VERSION;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_OVER;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_OWNER;
import static cn.dangjian.assessment.result.year.YearRefusal.SCHEME_UNKNOWN;

import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度锁定: whoever has published a scheme closes its year, when it is over. */
@Service
class CloseYear {

    private final SchemeTable schemes;
    private final CloseTable closes;

    CloseYear(SchemeTable schemes, CloseTable closes) {
        this.schemes = schemes;
        this.closes = closes;
    }

    record ClosingRequest(
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    YearClose close(long id, ClosingRequest request, Desk desk) {
        closes.lock(desk.unit().id().value());
        var scheme = schemes.find(id, desk.scope()).orElseThrow(SCHEME_UNKNOWN);
        NOT_OWNER.unless(desk.isOf(new UnitId(scheme.unitId())));
        CLOSED_ALREADY.when(closes.find(scheme).isPresent());
        NOT_LAST_VERSION.when(scheme.fromOn() == null || scheme.toOn() != null);
        var first = LocalDate.of(scheme.year() + 1, 1, 1);
        if (desk.today().isBefore(first)) throw NOT_OVER.with(first);

        closes.insert(scheme, request.document(), desk);
        return closes.find(scheme).orElseThrow();
    }
}
