package cn.dangjian.dues.match.statement;

import static cn.dangjian.dues.match.statement.StatementRefusal.AMOUNT_IMPOSSIBLE;
import static cn.dangjian.dues.match.statement.StatementRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.dues.match.statement.StatementRefusal.MONTH_CLOSED;
import static cn.dangjian.dues.match.statement.StatementRefusal.NOT_COUNTY;
import static cn.dangjian.dues.match.statement.StatementRefusal.ROW_KNOWN;
import static cn.dangjian.dues.match.statement.StatementRefusal.WRONG_DAY;

import cn.dangjian.dues.match.statement.StatementTable.BankRow;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.roll.Payer;
import cn.dangjian.dues.roll.RollTable;
import cn.dangjian.platform.directory.Directory;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.directory.desk.Desks;
import cn.dangjian.platform.files.form.Form.Order;
import cn.dangjian.platform.sheets.Rejection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes rows of a bank's file, of a county or a township. The bank's number of a row counts once in a county, whoever
 * sends it: a file that is sent again, or goes on after it was stopped, adds nothing.
 */
@Service
class TakeBankRows {

    private static final long MOST = 1_000_000_000;

    private final StatementTable statements;
    private final RollTable payers;
    private final BookBankRow bookBankRow;
    private final Desks desks;
    private final Directory directory;

    TakeBankRows(
            StatementTable statements, RollTable payers, BookBankRow bookBankRow, Desks desks, Directory directory) {
        this.statements = statements;
        this.payers = payers;
        this.bookBankRow = bookBankRow;
        this.desks = desks;
        this.directory = directory;
    }

    /** @param amount null where it is none */
    record Line(
            int line,
            LocalDate day,
            @Nullable Yuan amount,
            String reference,
            @Nullable String payer,
            @Nullable Long member) {}

    /** @param asPayments whether the rows are payments themselves (代收), or are held against payments */
    @Transactional(propagation = Propagation.MANDATORY)
    List<Rejection> take(List<Line> lines, Order order, boolean asPayments) {
        var desk = desks.of(order.caller());
        if (!desk.isAt(Tier.COUNTY, Tier.TOWNSHIP))
            return lines.stream()
                    .map(line -> Rejection.of(line.line(), "", NOT_COUNTY.code()))
                    .toList();
        long county = desk.isAt(Tier.COUNTY)
                ? desk.unit().id().value()
                : directory
                        .organizationAbove(desk.unit())
                        .orElse(desk.unit())
                        .id()
                        .value();
        long statement = statements.open(new StatementTable.New(
                Source.BANK,
                String.valueOf(order.intake()),
                null,
                desk.unit().id().value(),
                desk.subject(),
                desk.now()));
        var rejections = new ArrayList<Rejection>();
        var came = new TreeSet<LocalDate>();
        for (var line : lines)
            take(line, statement, county, desk, asPayments)
                    .ifPresentOrElse(rejections::add, () -> came.add(line.day()));
        bookBankRow.cameOn(came);
        return rejections;
    }

    private Optional<Rejection> take(Line line, long statement, long county, Desk desk, boolean asPayments) {
        var amount = line.amount();
        if (amount == null || !amount.isPositive() || amount.fen() > MOST)
            return refused(line, "amount", AMOUNT_IMPOSSIBLE);
        if (line.day().isAfter(desk.today()) || line.day().isBefore(desk.today().minusYears(1)))
            return refused(line, "day", WRONG_DAY);
        var member = line.member();
        Payer payer = null;
        if (member != null) {
            var found = payers.find(member, desk.scope());
            if (found.isEmpty()) return refused(line, "member", MEMBER_UNKNOWN);
            payer = found.get();
            if (asPayments && !bookBankRow.isOpen(payer, line.day())) return refused(line, "day", MONTH_CLOSED);
        }
        long unit = payer == null ? desk.unit().id().value() : payer.unit().value();
        try {
            long id = statements.addBanked(new BankRow(
                    statement, line.day(), unit, line.reference(), amount.fen(), line.payer(), member, county));
            if (asPayments && payer != null) bookBankRow.book(id, payer, line, desk);
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return refused(line, "reference", ROW_KNOWN);
        }
    }

    private static Optional<Rejection> refused(Line line, String field, StatementRefusal why) {
        return Optional.of(Rejection.of(line.line(), field, why.code()));
    }
}
