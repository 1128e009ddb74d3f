package cn.dangjian.dues.rate;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.dues.RunningDues;
import cn.dangjian.dues.money.Yuan;
import cn.dangjian.dues.rate.scale.Rates;
import cn.dangjian.dues.rate.scale.Scale;
import cn.dangjian.testkit.Province;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The rates of 2008: upper bounds are included, and the percentage is of the whole base. */
class RatesTest extends RunningDues {

    private static final LocalDate MONTH = LocalDate.of(2026, 3, 1);

    @Autowired
    Rates rates;

    @ParameterizedTest
    @CsvSource({
        "SALARY,   0.01,         0.00",
        "SALARY,   1,            0.01",
        "SALARY,   0.99,         0.00",
        "SALARY,   2999.99,     15.00",
        "SALARY,   3000,        15.00",
        "SALARY,   3000.01,     30.00",
        "SALARY,   3001,        30.01",
        "SALARY,   5000,        50.00",
        "SALARY,   5000.01,     75.00",
        "SALARY,   10000,      150.00",
        "SALARY,   10000.01,   200.00",
        "SALARY,   12345.67,   246.91",
        "ANNUAL,   3000,        15.00",
        "ANNUAL,   3000.01,     30.00",
        "BUSINESS, 5000.01,     75.00",
        "PENSION,  5000,        25.00",
        "PENSION,  5000.01,     50.00",
        "PENSION,  9999.99,    100.00"
    })
    void takesThePercentageOfTheWholeBase(Scale scale, String pay, String due) {
        long fen = Yuan.parse(pay).fen();

        var rate = rates.find(scale, fen, MONTH).orElseThrow();

        assertThat(new Yuan(Rates.due(fen, rate.millionths())).text()).isEqualTo(due);
        assertThat(rate.source()).contains("2008");
    }

    /** Bills of the past name their row: what a number names may never change. */
    @Test
    void keepTheirNumbers() {
        assertThat(rates.find(2)).hasValueSatisfying(row -> {
            assertThat(row.scale()).isEqualTo(Scale.SALARY);
            assertThat(row.overFen()).isEqualTo(300_000);
            assertThat(row.percent()).isEqualByComparingTo("1");
        });
        var numbers = jdbc.sql("select id from rate").query(Integer.class).list();
        assertThat(numbers).doesNotHaveDuplicates().hasSize(rates.in(MONTH).size());
    }

    @Test
    void areShownWithTheirArticles() {
        var view = payers.get(Province.VILLAGE, "/v1/rates?month=2026-03").json();

        assertThat(view.path("brackets")
                        .valueStream()
                        .filter(row -> row.path("scale").asString().equals("SALARY")))
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.path("source").asString()).contains("第二条"));
        assertThat(view.path("flats")
                        .valueStream()
                        .filter(row -> row.path("scale").asString().equals("FARMER")))
                .singleElement()
                .satisfies(row -> assertThat(row.path("amount").asString()).isEqualTo("0.20"));
    }
}
