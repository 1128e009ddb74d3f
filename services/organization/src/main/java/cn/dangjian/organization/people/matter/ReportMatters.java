package cn.dangjian.organization.people.matter;

import cn.dangjian.organization.people.matter.Report.Content;
import cn.dangjian.organization.tree.rule.Posts;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.Unit;
import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.web.caller.Caller;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报告: the head of a village's Party organisation or committee reports personal matters to the township. */
@Service
class ReportMatters {

    private final ReportRepository reports;
    private final Posts posts;
    private final Directory directory;
    private final Days days;

    ReportMatters(ReportRepository reports, Posts posts, Directory directory, Days days) {
        this.reports = reports;
        this.posts = posts;
        this.directory = directory;
        this.days = days;
    }

    record Plan(UnitId village, String post, int year, Content content) {}

    @Transactional
    Outcome report(Plan plan, Caller caller) {
        var village = village(plan.village(), caller);
        if (village.isEmpty()) return new Outcome.NoSuchVillage();
        boolean head =
                posts.find(plan.post(), Tier.VILLAGE).filter(Posts.Post::head).isPresent();
        if (!head) return new Outcome.NotHead();
        int year = days.today().getYear();
        if (plan.year() > year || plan.year() < year - 1) return new Outcome.WrongYear();

        long id =
                reports.insert(plan.village(), plan.post(), plan.year(), plan.content(), caller.subject(), days.now());
        return new Outcome.Reported(
                reports.find(id, Scope.own(village.get().path())).orElseThrow());
    }

    /** The village itself hands in, or its township enters what came on paper. */
    private Optional<Unit> village(UnitId id, Caller caller) {
        var own = directory.unitOf(caller);
        return directory
                .find(id, Scope.subtree(own.path()))
                .filter(unit -> unit.tier() == Tier.VILLAGE && !unit.isAbolished())
                .filter(unit -> unit.id().equals(own.id()) || own.tier() == Tier.TOWNSHIP);
    }

    sealed interface Outcome {
        record Reported(Report report) implements Outcome {}

        record NoSuchVillage() implements Outcome {}

        record NotHead() implements Outcome {}

        record WrongYear() implements Outcome {}
    }
}
