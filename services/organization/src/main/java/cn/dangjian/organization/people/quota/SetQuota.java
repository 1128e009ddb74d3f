package cn.dangjian.organization.people.quota;

import static cn.dangjian.organization.people.term.TeamRefusal.NO_SUCH_POST;
import static cn.dangjian.organization.people.term.TeamRefusal.WRONG_DAY;

import cn.dangjian.organization.people.term.Appointer;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 核定职数: a superior sets how many seats of a post a unit has from a day on. */
@Service
class SetQuota {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    private final QuotaRepository repository;
    private final Quotas quotas;

    SetQuota(QuotaRepository repository, Quotas quotas) {
        this.repository = repository;
        this.quotas = quotas;
    }

    record QuotaRequest(
            @NotNull @Pattern(regexp = POST) String post,
            @NotNull LocalDate since,
            @Min(0) @Max(99) int quota,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    void set(UnitId id, QuotaRequest request, Desk desk) {
        var unit = Appointer.find(id, desk);
        if (quotas.post(request.post(), unit.tier()).isEmpty()) throw NO_SUCH_POST.with(request.post());
        var today = desk.today();
        if (request.since().isBefore(today)) throw WRONG_DAY.with(today, today.plusYears(1));

        repository.insert(id, request, desk);
    }
}
