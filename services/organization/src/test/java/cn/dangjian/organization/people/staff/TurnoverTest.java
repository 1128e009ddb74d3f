package cn.dangjian.organization.people.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnoverTest {

    @ParameterizedTest
    @CsvSource({"10, 0, 0, 10, 0.0", "10, 2, 2, 10, 20.0", "0, 3, 0, 3, 0.0", "2, 0, 1, 1, 66.7", "0, 1, 1, 0,"})
    void isThoseWhoLeftOutOfTheMean(int atStart, int joined, int departed, int atEnd, BigDecimal percent) {
        assertThat(new Turnover("OFFICER", atStart, joined, departed, atEnd).percent())
                .isEqualTo(percent);
    }
}
