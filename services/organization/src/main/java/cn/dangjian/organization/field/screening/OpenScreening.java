package cn.dangjian.organization.field.screening;

import static cn.dangjian.organization.field.screening.ScreeningRefusal.DAYS_UNFIT;
import static cn.dangjian.organization.field.screening.ScreeningRefusal.NOT_A_COUNTY;
import static cn.dangjian.organization.field.screening.ScreeningRefusal.OPEN_ALREADY;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 部署排查: a county opens the yearly screening of its units, once a year. */
@Service
class OpenScreening {

    private final ScreeningRepository batches;

    OpenScreening(ScreeningRepository batches) {
        this.batches = batches;
    }

    record OpenRequest(
            @Min(2018) @Max(2100) int year,
            @NotBlank @Size(max = 100) @Stripped String document,
            @NotNull LocalDate from,
            @NotNull LocalDate to) {}

    @Transactional
    long open(OpenRequest request, Desk desk) {
        NOT_A_COUNTY.unless(desk.isAt(Tier.COUNTY));
        DAYS_UNFIT.when(
                request.from().getYear() != request.year() || request.to().isBefore(request.from()));
        if (batches.exists(desk.unit().id(), request.year())) {
            throw OPEN_ALREADY.with(String.valueOf(request.year()));
        }
        return batches.insert(request, desk);
    }
}
