package cn.dangjian.assessment.result.year;

import static cn.dangjian.assessment.result.year.YearRefusal.CLOSED_ALREADY;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_LAST_VERSION;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_OVER;
import static cn.dangjian.assessment.result.year.YearRefusal.NOT_OWNER;
import static cn.dangjian.assessment.result.year.YearRefusal.POINTS_OPEN;
import static cn.dangjian.assessment.result.year.YearRefusal.SCHEME_UNKNOWN;

import cn.dangjian.assessment.review.given.GivenTable;
import cn.dangjian.assessment.scheme.frame.Scheme;
import cn.dangjian.assessment.scheme.frame.SchemeTable;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 年度锁定: whoever has published a scheme closes its year, when it is over. */
@Service
class CloseYear {

    /** How many open points a refusal names. */
    private static final int NAMED = 5;

    private final SchemeTable schemes;
    private final CloseTable closes;
    private final GivenTable given;

    CloseYear(SchemeTable schemes, CloseTable closes, GivenTable given) {
        this.schemes = schemes;
        this.closes = closes;
        this.given = given;
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

        refuseOpenPoints(scheme);
        closes.insert(scheme, request.document(), desk);
        return closes.find(scheme).orElseThrow();
    }

    /** People have given what the scheme asks them for, or said that it does not apply. */
    private void refuseOpenPoints(Scheme scheme) {
        var versions = schemes.listPublished(scheme.year()).stream()
                .filter(scheme::isVersionOf)
                .map(Scheme::id)
                .toList();
        var open = given.listOpen(versions, scheme.year(), NAMED);
        if (open.isEmpty()) return;
        throw POINTS_OPEN.with(open.stream()
                .map(one -> one.unitName() + "“" + one.name() + "”")
                .collect(Collectors.joining("、")));
    }
}
