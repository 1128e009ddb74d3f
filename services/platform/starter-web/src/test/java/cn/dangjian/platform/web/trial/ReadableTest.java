package cn.dangjian.platform.web.trial;

import static org.assertj.core.api.Assertions.assertThat;

import cn.dangjian.testkit.ServiceTest;
import cn.dangjian.testkit.Tokens;
import cn.dangjian.testkit.Wire;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What nobody can read is refused before anybody tries, with one line in the log. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
class ReadableTest {

    @Autowired
    Tokens tokens;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/things?prefix=%ff | '' | '' | 400",
                "GET /v1/things?prefix=%c0%80 | '' | '' | 400",
                "GET /v1/things?prefix=%zz | '' | '' | 400",
                "GET /v1/things?prefix=% | '' | '' | 400",
                "GET /v1/things?cursor=%ed%a0%80 | '' | '' | 400",
                "POST /v1/told | Content-Type: application/x-www-form-urlencoded | a=%zz | 400",
                "POST /v1/told | Content-Type: application/x-www-form-urlencoded | a=%ff | 400",
                "PUT /v1/things/1 | Content-Type: application/x-www-form-urlencoded | a=%zz | 415",
                "POST /v1/told | Content-Type: */* | {} | 415",
                "POST /v1/told | Content-Type: application/* | {} | 415",
                "POST /v1/told | Content-Type: 中文 | {} | 400",
                "POST /v1/told | Content-Type: nothing | {} | 415",
                "POST /v1/told | Content-Type: application/json;charset=nothing | {} | 415",
                "POST /v1/told | Content-Type: multipart/form-data | {} | 415",
                "POST /v1/told | Content-Type: multipart/form-data; boundary=x | {} | 415",
                "POST /v1/told | Content-Type: multipart/mixed | {} | 415",
                "GET /v1/callers/caller | X-Wanted: 中文 | '' | 400",
                "GET /v1/callers/caller | Idempotency-Key: 中文 | '' | 400",
                "GET /v1/callers/caller | Accept-Language: 中文 | '' | 400",
                "GET /v1/callers/caller | If-None-Match: \u0085 | '' | 400",
            })
    void refusesWhatNobodyCanRead(String line, String header, String body, int status, CapturedOutput log) {
        for (String token : List.of("", tokens.at(1))) {
            int before = log.getAll().length();
            var headers = new ArrayList<String>();
            if (!header.isEmpty()) headers.add(header);
            if (!token.isEmpty()) headers.add("Authorization: Bearer " + token);

            var answer = Wire.send(port, line, headers, body);

            // without a token some of them are not read as far as that
            assertThat(answer.status())
                    .as(answer.text())
                    .isIn(token.isEmpty() ? List.of(status, 401) : List.of(status));
            assertThat(answer.text()).contains("application/problem+json").doesNotContain("Exception");
            String told = log.getAll().substring(before);
            assertThat(told.lines().filter(written -> !written.isBlank()).count())
                    .as(told)
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void readsWhatAppsSayOfThemselves() {
        var answer = Wire.send(
                port,
                "GET /v1/callers/caller",
                List.of("User-Agent: 智慧党建/1.0", "Authorization: Bearer " + tokens.at(1)),
                "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void readsChineseThatIsEncoded() {
        var answer = Wire.send(
                port,
                "GET /v1/things/named?name=%e2%80%8b%e6%9d%91+%20",
                List.of("Authorization: Bearer " + tokens.at(1)),
                "");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).endsWith("村");
    }
}
