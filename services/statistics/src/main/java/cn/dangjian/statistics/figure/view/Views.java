package cn.dangjian.statistics.figure.view;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.goal.Goal;
import cn.dangjian.statistics.figure.goal.Target;
import cn.dangjian.statistics.figure.goal.TargetTable;
import cn.dangjian.statistics.figure.sheet.Moment;
import cn.dangjian.statistics.figure.sheet.Share;
import cn.dangjian.statistics.figure.sheet.Sheet;
import cn.dangjian.statistics.figure.sheet.Sheets;
import cn.dangjian.statistics.figure.view.ViewController.ChildResponse;
import cn.dangjian.statistics.figure.view.ViewController.HeadlineResponse;
import cn.dangjian.statistics.figure.view.ViewController.OwnPage;
import cn.dangjian.statistics.figure.view.ViewController.ViewResponse;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** 各级视图: the first screen of a unit, of one moment. */
@Component
class Views {

    /** What services show a person of himself. */
    static final List<OwnPage> PAGES = List.of(
            new OwnPage("我的档案", "/member/v1/me"),
            new OwnPage("我的案卷", "/member/v1/me/cases"),
            new OwnPage("我的党费", "/dues/v1/me/dues"),
            new OwnPage("我的欠交", "/dues/v1/me/arrears"));

    private final Sheets sheets;
    private final Catalogue catalogue;
    private final Moment moment;
    private final TodoQueries todos;
    private final TargetTable targets;

    Views(Sheets sheets, Catalogue catalogue, Moment moment, TodoQueries todos, TargetTable targets) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.moment = moment;
        this.todos = todos;
        this.targets = targets;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ViewResponse of(Desk desk) {
        var unit = desk.unit();
        var headlines = catalogue.headlines(unit.tier());
        var alerts = catalogue.alerts();
        var shown = new ArrayList<>(headlines);
        shown.addAll(alerts);
        var all = catalogue.withWholes(shown);
        var month = desk.today().withDayOfMonth(1);

        var heard = moment.of(shown);
        var screen = sheets.screen(unit, all, month, desk.scope());
        var today = sheets.today(unit, shown, desk.today());
        var codes = shown.stream().map(Measure::code).toList();
        var goals = targets.listOf(List.of(unit.id().value()), codes, month)
                .getOrDefault(unit.id().value(), Map.of());
        return new ViewResponse(
                unit.id(),
                unit.name(),
                unit.tier(),
                YearMonth.from(month),
                desk.today(),
                heard.asOf(),
                heard.sources(),
                headlines.stream()
                        .map(measure -> headline(measure, screen, today, goals))
                        .toList(),
                alerts.stream()
                        .filter(measure -> screen.total(measure) != 0)
                        .map(measure -> headline(measure, screen, today, goals))
                        .toList(),
                screen.children().stream().map(child -> child(child, shown)).toList(),
                todos.getTodo(unit.id(), desk.now()));
    }

    private HeadlineResponse headline(
            Measure measure, Sheets.Screen screen, Map<String, Long> today, Map<String, Target> goals) {
        var whole = measure.shareOf();
        var share = whole == null ? null : Share.of(screen.total(measure), screen.total(catalogue.get(whole)));
        var target = goals.get(measure.code());
        return new HeadlineResponse(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                screen.total(measure),
                screen.before(measure),
                today.getOrDefault(measure.code(), 0L),
                share,
                target == null ? null : Goal.of(target, screen.total(measure), share),
                "/statistics/v1/figures/why?measure=" + measure.code());
    }

    private static ChildResponse child(Sheet.Row child, Collection<Measure> shown) {
        var figures = new LinkedHashMap<String, Long>();
        shown.forEach(measure -> figures.put(measure.code(), child.value(measure)));
        return new ChildResponse(
                child.unit().id(), child.unit().name(), child.unit().tier(), figures);
    }
}
