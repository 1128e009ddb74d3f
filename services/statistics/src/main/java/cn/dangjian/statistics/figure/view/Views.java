package cn.dangjian.statistics.figure.view;

import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.statistics.figure.catalogue.Catalogue;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.show.Moment;
import cn.dangjian.statistics.figure.show.Share;
import cn.dangjian.statistics.figure.show.Sheet;
import cn.dangjian.statistics.figure.show.Sheets;
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
import java.util.Objects;
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

    Views(Sheets sheets, Catalogue catalogue, Moment moment, TodoQueries todos) {
        this.sheets = sheets;
        this.catalogue = catalogue;
        this.moment = moment;
        this.todos = todos;
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
        var read = sheets.read(unit, all, "", month, month.minusMonths(1), desk.scope());
        var now = read.now();
        var before = Objects.requireNonNull(read.before());
        var today = sheets.today(unit, shown, desk.today());
        return new ViewResponse(
                unit.id(),
                unit.name(),
                unit.tier(),
                YearMonth.from(month),
                desk.today(),
                heard.asOf(),
                heard.sources(),
                headlines.stream()
                        .map(measure -> headline(measure, now, before, today))
                        .toList(),
                alerts.stream()
                        .filter(measure -> now.total(measure) != 0)
                        .map(measure -> headline(measure, now, before, today))
                        .toList(),
                now.children().stream().map(child -> child(child, shown)).toList(),
                todos.getTodo(unit.id(), desk.now()));
    }

    private HeadlineResponse headline(Measure measure, Sheet now, Sheet before, Map<String, Long> today) {
        var whole = measure.shareOf();
        return new HeadlineResponse(
                measure.code(),
                measure.name(),
                measure.countedIn(),
                now.total(measure),
                before.total(measure),
                today.getOrDefault(measure.code(), 0L),
                whole == null ? null : Share.of(now.total(measure), now.total(catalogue.get(whole))),
                "/statistics/v1/figures/why?measure=" + measure.code());
    }

    private static ChildResponse child(Sheet.Row child, Collection<Measure> shown) {
        var figures = new LinkedHashMap<String, Long>();
        shown.forEach(measure -> figures.put(measure.code(), child.value(measure)));
        return new ChildResponse(
                child.unit().id(), child.unit().name(), child.unit().tier(), figures);
    }
}
