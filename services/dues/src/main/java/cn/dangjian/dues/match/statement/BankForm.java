package cn.dangjian.dues.match.statement;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 银行流水: what a bank says has come in, held against what branches have booked as transfers. */
@Component
class BankForm implements Form {

    private final TakeBankRows takeBankRows;

    BankForm(TakeBankRows takeBankRows) {
        this.takeBankRows = takeBankRows;
    }

    @Override
    public String what() {
        return "BANK";
    }

    @Override
    public String help() {
        return BankColumns.HELP
                + "A row with a member is held against his transfer of that day and amount; one without waits for"
                + " somebody to explain it.";
    }

    @Override
    public List<Column> columns() {
        return BankColumns.ALL;
    }

    @Override
    public Set<String> optional() {
        return BankColumns.OPTIONAL;
    }

    @Override
    public Set<String> leftOut() {
        return Set.of();
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public Judged take(List<Row> rows, Order order) {
        return BankColumns.take(this, rows, order, takeBankRows, false);
    }
}
