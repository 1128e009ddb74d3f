package cn.dangjian.organization.field.contact;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 走访记录: an official, or the office, writes down where one was and what was found; nobody is located. */
@Service
class LogVisit {

    private final ContactLeaderRepository leaders;
    private final ContactVisitRepository visits;
    private final Directory directory;
    private final Days days;

    LogVisit(ContactLeaderRepository leaders, ContactVisitRepository visits, Directory directory, Days days) {
        this.leaders = leaders;
        this.visits = visits;
        this.directory = directory;
        this.days = days;
    }

    /** @param halves half days, one after the other from the day on */
    record Plan(long leader, UnitId unit, LocalDate day, int halves, String found, List<String> problems) {

        LocalDate lastDay() {
            return day.plusDays((halves - 1) / 2);
        }
    }

    @Transactional
    Outcome log(Plan plan, Caller caller) {
        var leader = leaders.findWritable(plan.leader(), caller);
        if (leader.isEmpty()) return new Outcome.NoSuchLeader();
        var unit = directory.find(plan.unit(), Scope.subtree(leader.get().path()));
        if (unit.isEmpty()) return new Outcome.NoSuchUnit();
        if (plan.lastDay().isAfter(days.today())) return new Outcome.DayAhead(days.today());

        return new Outcome.Logged(visits.insert(plan, caller, days.now()));
    }

    @Transactional
    Outcome solve(long id, int number, LocalDate day, String solution, Caller caller) {
        var visit = visits.find(id)
                .filter(one -> leaders.findWritable(one.leader(), caller).isPresent());
        if (visit.isEmpty()) return new Outcome.NoSuchVisit();
        var problem = visits.listProblems(id).stream()
                .filter(one -> one.number() == number)
                .findFirst();
        if (problem.isEmpty()) return new Outcome.NoSuchProblem();
        if (problem.get().solvedOn() != null) return new Outcome.SolvedAlready();
        if (day.isAfter(days.today())) return new Outcome.DayAhead(days.today());
        if (day.isBefore(visit.get().day())) return new Outcome.BeforeTheVisit();

        visits.solve(id, number, day, solution);
        return new Outcome.Logged(id);
    }

    sealed interface Outcome {
        record Logged(long visit) implements Outcome {}

        record NoSuchLeader() implements Outcome {}

        record NoSuchUnit() implements Outcome {}

        record NoSuchVisit() implements Outcome {}

        record NoSuchProblem() implements Outcome {}

        record SolvedAlready() implements Outcome {}

        record BeforeTheVisit() implements Outcome {}

        record DayAhead(LocalDate today) implements Outcome {}
    }
}
