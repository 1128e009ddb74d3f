package cn.dangjian.dues.match.statement;

import static cn.dangjian.platform.sheets.Column.day;
import static cn.dangjian.platform.sheets.Column.number;
import static cn.dangjian.platform.sheets.Column.text;

import cn.dangjian.dues.match.statement.TakeBankRows.Line;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.platform.files.form.Cells;
import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.files.form.Form.Judged;
import cn.dangjian.platform.files.form.Form.Order;
import cn.dangjian.platform.files.form.Form.Row;
import cn.dangjian.platform.sheets.Column;
import cn.dangjian.platform.sheets.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns of banks' files. */
final class BankColumns {

    static final List<Column> ALL = List.of(
            day("day", "交易日期"),
            number("amount", "金额"),
            text("reference", "流水号"),
            text("payer", "付款人"),
            text("member", "党员编号"));

    static final Set<String> OPTIONAL = Set.of("payer", "member");

    static final String HELP = "day 交易日期, amount 金额 (yuan), reference 流水号 (once in a county), payer 付款人, member 党员编号. ";

    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_PAYER = 100;

    private BankColumns() {}

    /** @param asPayments whether each row needs a member, and is a payment */
    static Judged take(Form form, List<Row> rows, Order order, TakeBankRows taking, boolean asPayments) {
        var rejections = new ArrayList<Rejection>();
        var lines = Cells.read(form, rows, rejections, cells -> line(cells, asPayments));
        rejections.addAll(taking.take(lines, order, asPayments));
        return new Judged(rejections);
    }

    private static Line line(Cells cells, boolean asPayments) {
        return new Line(
                cells.line(),
                cells.day("day"),
                amount(cells.given("amount")),
                reference(cells),
                cells.nameOrNull("payer", LONGEST_PAYER),
                member(cells, asPayments));
    }

    /** Digits mostly, of which a spreadsheet may have lost some. */
    private static String reference(Cells cells) {
        cells.digits("reference");
        return cells.name("reference", LONGEST_REFERENCE);
    }

    private static @Nullable Long member(Cells cells, boolean asPayments) {
        if (!asPayments && cells.textOrNull("member") == null) return null;
        return cells.id("member");
    }

    private static @Nullable Yuan amount(String text) {
        try {
            return Yuan.parse(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
