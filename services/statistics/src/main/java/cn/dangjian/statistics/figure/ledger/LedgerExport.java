package cn.dangjian.statistics.figure.ledger;

import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;
import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.SCOPE_CHANGED;
import static cn.dangjian.statistics.figure.ledger.LedgerRefusal.TOO_MANY_ROWS;

import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Scope;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Days;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Format;
import cn.dangjian.platform.sheets.Sheet;
import cn.dangjian.platform.sheets.SheetWriter;
import cn.dangjian.platform.web.paging.Slice;
import cn.dangjian.statistics.figure.catalogue.Measure;
import cn.dangjian.statistics.figure.goal.Goal;
import cn.dangjian.statistics.figure.ledger.LedgerRows.LedgerRow;
import cn.dangjian.statistics.figure.sheet.Asked;
import cn.dangjian.statistics.figure.sheet.Moment.Heard;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 导出台账: a ledger as a file, page by page; whoever loses a part of the tree meanwhile gets nothing of it. */
@Component
class LedgerExport {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

    private final LedgerRows rows;
    private final LedgerUnitQueries units;
    private final Directory directory;
    private final Days days;
    private final LedgerSettings settings;

    LedgerExport(LedgerRows rows, LedgerUnitQueries units, Directory directory, Days days, LedgerSettings settings) {
        this.rows = rows;
        this.units = units;
        this.directory = directory;
        this.days = days;
        this.settings = settings;
    }

    /** Throws what refuses a ledger that has more rows than one file should have. */
    void requireFew(Tier tier, LocalDate month, Scope scope) {
        int most = settings.mostRows();
        if (units.count(tier, month, most + 1, scope) > most) throw TOO_MANY_ROWS.with(most);
    }

    /** @param heard before anything is read: no row is older */
    void send(Ledger ledger, Asked asked, Heard heard, Format format, Desk desk, HttpServletResponse response)
            throws IOException {
        requireFew(ledger.tier(), asked.month(), desk.scope());
        var columns = columns(asked.measures());
        var month = YearMonth.from(asked.month());
        var asOf = heard.asOf();
        var name = ledger.name().replaceAll("[\\\\/:*?\"<>|]", "_") + "-" + month;
        new Sheet(name, format, beginning(ledger, columns), false).send(response, file -> {
            file.row(line("单位", asked.unit().name(), columns));
            file.row(line("月份", month + (asked.open() ? "（当月未完，数据可能变动）" : ""), columns));
            file.row(line("数据截至", asOf == null ? "尚有数据来源未收到" : shown(asOf), columns));
            file.row(line("导出人", desk.subject(), columns));
            file.row(line("导出时间", shown(desk.now()), columns));
            file.row(columns.stream().map(Column::title).toList());
            write(ledger.tier(), asked, desk, file);
        });
    }

    /** The columns as the file begins: what it writes first is no header here, but says which ledger it is. */
    private static List<Column> beginning(Ledger ledger, List<Column> columns) {
        var first = new ArrayList<Column>();
        for (String cell : line("台账", ledger.name(), columns)) {
            var column = columns.get(first.size());
            first.add(new Column(column.key(), cell, column.type()));
        }
        return first;
    }

    /** As wide as the rows are, so that every program reads the file. */
    private static List<String> line(String what, String said, List<Column> columns) {
        var cells = new ArrayList<>(List.of(what, said));
        while (cells.size() < columns.size()) cells.add("");
        return cells;
    }

    private void write(Tier tier, Asked asked, Desk desk, SheetWriter file) throws IOException {
        var page = rows.page(tier, asked, new Slice(null, Slice.MOST), desk.scope());
        for (var row : page.items()) file.row(cells(row, asked.measures()));
        while (page.next() != null) {
            page = rows.page(tier, asked, new Slice(page.next(), Slice.MOST), desk.scope());
            for (var row : page.items()) file.row(cells(row, asked.measures()));
        }
        SCOPE_CHANGED.unless(
                directory.unitOf(desk.caller()).path().equals(desk.unit().path()));
    }

    private static List<Column> columns(List<Measure> measures) {
        var columns = new ArrayList<>(List.of(text("code", "党组织代码"), text("name", "党组织名称")));
        for (var measure : measures) {
            String code = measure.code();
            columns.add(number(code, measure.name() + "（" + measure.countedIn() + "）"));
            if (measure.shareOf() != null) columns.add(text(code + ".share", measure.name() + "占比"));
            columns.add(number(code + ".target", measure.name() + "目标"));
            columns.add(text(code + ".reached", measure.name() + "目标完成率"));
        }
        return columns;
    }

    private static List<String> cells(LedgerRow row, List<Measure> measures) {
        var cells = new ArrayList<>(List.of(row.code(), row.name()));
        for (int i = 0; i < measures.size(); i++) {
            var figure = row.figures().get(i);
            var target = figure.target();
            cells.add(String.valueOf(figure.value()));
            if (measures.get(i).shareOf() != null) cells.add(cell(figure.share()));
            cells.add(target == null ? "" : should(target));
            cells.add(target == null ? "" : cell(target.reached()));
        }
        return cells;
    }

    private static String should(Goal target) {
        var value = target.value();
        return value == null ? cell(target.rate()) : value.toString();
    }

    private static String cell(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private String shown(Instant at) {
        return days.dayOf(at) + " " + CLOCK.format(days.timeOf(at));
    }
}
