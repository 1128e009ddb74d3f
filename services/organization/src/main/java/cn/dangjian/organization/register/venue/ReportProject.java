package cn.dangjian.organization.register.venue;

import cn.dangjian.organization.register.venue.Venue.Verdict;
import cn.dangjian.organization.register.venue.VenueProjectRepository.Kind;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 阵地建设修缮: a village reports what was built or repaired for how much, and the township verifies it. */
@Service
class ReportProject {

    private final VenueRepository venues;
    private final VenueProjectRepository projects;
    private final VenueVerifiers eyes;
    private final Days days;

    ReportProject(VenueRepository venues, VenueProjectRepository projects, VenueVerifiers eyes, Days days) {
        this.venues = venues;
        this.projects = projects;
        this.eyes = eyes;
        this.days = days;
    }

    /** @param to the last day; null while the work goes on */
    record Plan(
            Kind kind,
            String title,
            LocalDate from,
            @Nullable LocalDate to,
            long costFen) {}

    @Transactional
    Outcome report(long id, Plan plan, Caller caller) {
        var found = venues.find(id, eyes.scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchVenue();
        if (found.get().unitId().value() != caller.unit()) return new Outcome.NotYours();
        boolean backwards = plan.to() != null && plan.to().isBefore(plan.from());
        if (backwards || plan.from().isAfter(days.today())) return new Outcome.DaysUnfit();

        venues.touch(found.get());
        return new Outcome.Done(projects.insert(id, plan, caller, days.now()));
    }

    @Transactional
    Outcome judge(long id, long project, Verdict verdict, @Nullable String reason, Caller caller) {
        var found = venues.find(id, eyes.scope(caller));
        if (found.isEmpty()) return new Outcome.NoSuchVenue();
        var pending = projects.project(id, project);
        if (pending.isEmpty()) return new Outcome.NoSuchProject();
        if (!eyes.mayJudge(found.get().unitId(), caller)) return new Outcome.NotYours();
        if (pending.get().verdict() != null) return new Outcome.JudgedAlready();
        if (pending.get().reportedBy() == caller.account().value()) return new Outcome.SamePerson();

        venues.touch(found.get());
        projects.judge(project, verdict, reason, caller, days.today());
        return new Outcome.Done(project);
    }

    sealed interface Outcome {
        record Done(long project) implements Outcome {}

        record NoSuchVenue() implements Outcome {}

        record NoSuchProject() implements Outcome {}

        record NotYours() implements Outcome {}

        record SamePerson() implements Outcome {}

        record JudgedAlready() implements Outcome {}

        record DaysUnfit() implements Outcome {}
    }
}
