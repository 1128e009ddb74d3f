package cn.dangjian.dues.match.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.dangjian.dues.match.statement.DailyBill.BrokenException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyBillTest {

    private static final String HEAD = "time,kind,order,trade,amount,currency,merchant\n";
    private static final String PAID = "2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,CNY,we\n";
    private static final String RETURNED = "2026-03-02T02:00:00Z,REFUND,o1,o1R,5.00,CNY,we\n";

    @Test
    void saysWhatCameAndWhatWentBack() {
        var bill = DailyBill.parse(HEAD + PAID + RETURNED + "total,2,10.00\n", "we");

        assertThat(bill.fen()).isEqualTo(1000);
        assertThat(bill.rows()).extracting(DailyBill.Row::reference).containsExactly("t1", "o1R");
        assertThat(DailyBill.parse(HEAD + "total,0,0.00\n", "we").rows()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,CNY,we    | total,1,15.01 | TOTALS
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,CNY,we    | total,2,15.00 | TOTALS
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,CNY,we    | 15.00         | TOTALS
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,CNY,other | total,1,15.00 | MERCHANT
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.00,USD,we    | total,1,15.00 | CURRENCY
        2026-03-02T01:00:00Z,GIFT,o1,t1,15.00,CNY,we       | total,1,15.00 | KIND
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,-15.00,CNY,we   | total,1,15.00 | AMOUNT
        2026-03-02T01:00:00Z,PAYMENT,o1,t1,15.001,CNY,we   | total,1,15.00 | LINE
        yesterday,PAYMENT,o1,t1,15.00,CNY,we               | total,1,15.00 | LINE
        2026-03-02T01:00:00Z,PAYMENT,o1,t1                 | total,1,15.00 | LINE
        """)
    void countsNoLineOfATextThatIsNotWhole(String line, String total, String why) {
        assertThatThrownBy(() -> DailyBill.parse(HEAD + line + "\n" + total + "\n", "we"))
                .isInstanceOf(BrokenException.class)
                .hasMessage(why);
    }

    @Test
    void isNoOtherText() {
        assertThatThrownBy(() -> DailyBill.parse("", "we")).hasMessage("HEAD");
        assertThatThrownBy(() -> DailyBill.parse("<html></html>\n\n", "we")).hasMessage("HEAD");
        assertThatThrownBy(() -> DailyBill.parse(HEAD + PAID, "we")).hasMessage("TOTALS");
    }
}
