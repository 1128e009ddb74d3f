package cn.dangjian.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.gateway.GatewayTest;
import cn.dangjian.gateway.Token;
import cn.dangjian.testkit.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ReadableRequestTest extends GatewayTest {

    private static final String COUNTY =
            "Authorization: Bearer " + Token.of("17").text();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /task/v1/dispatches?state=%ff | '' | '' | 400",
                "GET /task/v1/dispatches?state=%zz | '' | '' | 400",
                "GET /task/v1/dispatches?state=% | '' | '' | 400",
                "GET /task/v1/dispatches/%zz | '' | '' | 400",
                "POST /task/v1/dispatches | Content-Type: */* | {} | 415",
                "POST /task/v1/dispatches | Content-Type: nothing | {} | 415",
                "POST /task/v1/dispatches | Content-Type: 中文 | {} | 400",
                "GET /task/v1/dispatches | X-Wanted: 中文 | '' | 400",
                "GET /task/v1/dispatches | Accept-Language: 中文 | '' | 400",
                "GET /task/v1/dispatches | Accept: 中文 | '' | 400",
                "GET /task/v1/dispatches | Idempotency-Key: 中文 | '' | 400",
            })
    void refusesWhatNobodyCanRead(String line, String header, String body, int status, CapturedOutput log) {
        for (String token : List.of("", COUNTY)) {
            int before = log.getAll().length();
            var headers = new ArrayList<>(List.of(header, token));
            headers.removeIf(String::isEmpty);

            var answer = Wire.send(port, line, headers, body);

            assertThat(answer.status()).as(answer.text()).isEqualTo(status);
            assertThat(HOUSE.askedCount()).isZero();
            String told = log.getAll().substring(before);
            assertThat(told.lines().filter(written -> !written.isBlank()).count())
                    .as(told)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void passesWhatAppsSayOfThemselves() {
        var answer =
                Wire.send(port, "GET /task/v1/dispatches?q=%e6%9d%91+a", List.of("User-Agent: 智慧党建/1.0", COUNTY), "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
