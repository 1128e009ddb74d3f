package cn.dangjian.dues.match.statement;

import cn.dangjian.platform.files.form.Form;
import cn.dangjian.platform.sheets.Column;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** 银行代收清单: rows that are payments themselves. */
@Component
class BankListForm implements Form {

    private final TakeBankRows takeBankRows;

    BankListForm(TakeBankRows takeBankRows) {
        this.takeBankRows = takeBankRows;
    }

    @Override
    public String what() {
        return "BANKLIST";
    }

    @Override
    public String help() {
        return BankColumns.HELP + "Each row becomes a payment of its member, in the books of his branch.";
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
        return BankColumns.take(this, rows, order, takeBankRows, true);
    }
}
