package cn.dangjian.organization.field.contact;

import static cn.dangjian.organization.field.contact.ContactRefusal.BEFORE_THE_VISIT;
import static cn.dangjian.organization.field.contact.ContactRefusal.DAY_AHEAD;
import static cn.dangjian.organization.field.contact.ContactRefusal.LEADER_UNKNOWN;
import static cn.dangjian.organization.field.contact.ContactRefusal.NOT_HALF_DAYS;
import static cn.dangjian.organization.field.contact.ContactRefusal.PROBLEM_UNKNOWN;
import static cn.dangjian.organization.field.contact.ContactRefusal.SOLVED_ALREADY;
import static cn.dangjian.organization.field.contact.ContactRefusal.UNIT_UNKNOWN;
import static cn.dangjian.organization.field.contact.ContactRefusal.VISIT_UNKNOWN;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 走访记录: an official, or the office, writes down where one was and what was found; nobody is located. */
@Service
class LogVisit {

    private final ContactLeaderRepository leaders;
    private final ContactVisitRepository visits;
    private final Directory directory;

    LogVisit(ContactLeaderRepository leaders, ContactVisitRepository visits, Directory directory) {
        this.leaders = leaders;
        this.visits = visits;
        this.directory = directory;
    }

    /** @param days whole or half days, one after the other from {@code day} on */
    record VisitRequest(
            @Positive long leader,
            @NotNull UnitId unit,
            @NotNull LocalDate day,

            @NotNull @DecimalMin("0.5") @DecimalMax("31") @Digits(integer = 2, fraction = 1)
            BigDecimal days,

            @NotBlank @Size(max = 1000) @Stripped(lines = true)
            String found,

            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 500) String> problems) {}

    record SolutionRequest(
            @NotNull LocalDate day,
            @NotBlank @Size(max = 500) String solution) {}

    @Transactional
    long log(VisitRequest request, Desk desk) {
        var halves = request.days().multiply(BigDecimal.TWO);
        NOT_HALF_DAYS.when(halves.stripTrailingZeros().scale() > 0);
        var leader = leaders.findWritable(request.leader(), desk).orElseThrow(LEADER_UNKNOWN);
        UNIT_UNKNOWN.when(
                directory.find(request.unit(), Scope.subtree(leader.path())).isEmpty());
        refuseAhead(request.day().plusDays((halves.intValueExact() - 1) / 2), desk);

        return visits.insert(request, halves.intValueExact(), desk);
    }

    @Transactional
    void solve(long id, int number, SolutionRequest request, Desk desk) {
        var visit = visits.findWritten(id)
                .filter(one -> leaders.findWritable(one.leader(), desk).isPresent())
                .orElseThrow(VISIT_UNKNOWN);
        var problem = visits.listProblems(id).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(PROBLEM_UNKNOWN);
        SOLVED_ALREADY.when(problem.solvedOn() != null);
        refuseAhead(request.day(), desk);
        BEFORE_THE_VISIT.when(request.day().isBefore(visit.day()));

        visits.solve(id, number, request);
    }

    private static void refuseAhead(LocalDate day, Desk desk) {
        if (day.isAfter(desk.today())) throw DAY_AHEAD.with(desk.today());
    }
}
