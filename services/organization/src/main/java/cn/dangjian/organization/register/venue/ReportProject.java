package cn.dangjian.organization.register.venue;

import static cn.dangjian.organization.register.venue.VenueRefusal.DAYS_UNFIT;
import static cn.dangjian.organization.register.venue.VenueRefusal.NOTHING_TO_JUDGE;
import static cn.dangjian.organization.register.venue.VenueRefusal.NOT_YOURS;
import static cn.dangjian.organization.register.venue.VenueRefusal.PROJECT_UNKNOWN;
import static cn.dangjian.organization.register.venue.VenueRefusal.SAME_PERSON;
import static cn.dangjian.organization.register.venue.VenueRefusal.UNKNOWN;

import cn.dangjian.organization.register.venue.VenueProjectRepository.Kind;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地建设修缮: a village reports what was built or repaired for how much, and the township verifies it. */
@Service
class ReportProject {

    /** Digits of yuan after the point. */
    static final int FEN_DIGITS = 2;

    private final VenueRepository venues;
    private final VenueProjectRepository projects;

    ReportProject(VenueRepository venues, VenueProjectRepository projects) {
        this.venues = venues;
        this.projects = projects;
    }

    /**
     * What was built or repaired.
     *
     * @param to the last day; null while the work goes on
     * @param cost yuan, for example {@code 120000.00}
     */
    record ProjectRequest(
            @NotNull Kind kind,
            @NotBlank @Size(max = 200) @Stripped String title,
            @NotNull LocalDate from,
            @Nullable LocalDate to,

            @NotNull @Pattern(regexp = "\\d{1,10}(\\.\\d{1,2})?")
            String cost) {

        long fen() {
            return new BigDecimal(cost).movePointRight(FEN_DIGITS).longValueExact();
        }
    }

    /** The new project's id. */
    @Transactional
    long report(long id, ProjectRequest request, Desk desk) {
        var venue = venues.find(id, desk.scope()).orElseThrow(UNKNOWN);
        NOT_YOURS.unless(desk.isOf(venue.unitId()));
        DAYS_UNFIT.when(request.to() != null && request.to().isBefore(request.from()));
        DAYS_UNFIT.when(request.from().isAfter(desk.today()));

        venues.touch(venue);
        return projects.insert(id, request, desk);
    }

    /** @param judgement what of a venue's project is said */
    @Transactional
    void judge(long id, long project, Venue.Judgement judgement, Desk desk) {
        var venue = venues.find(id, desk.scope()).orElseThrow(UNKNOWN);
        var pending = projects.project(id, project).orElseThrow(PROJECT_UNKNOWN);
        VenueVerifiers.require(venue.unitId(), desk);
        NOTHING_TO_JUDGE.when(pending.verdict() != null);
        SAME_PERSON.when(pending.reportedBy() == desk.caller().account().value());

        venues.touch(venue);
        projects.judge(project, judgement, desk);
    }
}
