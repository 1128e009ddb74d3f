package cn.dangjian.member.moving.census;

import static cn.dangjian.member.moving.census.CensusRefusal.OVERLAPS;
import static cn.dangjian.member.moving.census.CensusRefusal.UNIT_UNKNOWN;
import static cn.dangjian.member.moving.census.CensusRefusal.WRONG_DAYS;

import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.UnitId;
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

/** 部署大排查: a county or above asks of all its members of a day where they are; with two statements for any number. */
@Service
class OpenCensus {

    private final CensusRepository censuses;

    OpenCensus(CensusRepository censuses) {
        this.censuses = censuses;
    }

    record CensusRequest(
            @NotNull @Min(2012) @Max(2100) Integer year,
            @NotNull LocalDate countedOn,
            @NotNull LocalDate deadline,
            @NotBlank @Size(max = 100) @Stripped String document) {}

    @Transactional
    Census open(UnitId id, CensusRequest request, Desk desk) {
        // whoever sees one of these acts from there or above
        var unit = desk.find(id, Tier.PROVINCE, Tier.CITY, Tier.COUNTY).orElseThrow(UNIT_UNKNOWN);
        WRONG_DAYS.when(request.countedOn().isAfter(desk.today())
                || request.countedOn().getYear() != request.year()
                || request.deadline().isBefore(request.countedOn()));
        censuses.lockOpening(unit);
        var other = censuses.findOverlapping(request.year(), unit);
        if (other.isPresent()) throw OVERLAPS.with(String.valueOf(other.get()));

        long census = censuses.insert(unit, request, desk);
        censuses.ask(census, request.countedOn(), desk.scope().below(unit));
        return censuses.find(census, desk.scope()).orElseThrow();
    }
}
