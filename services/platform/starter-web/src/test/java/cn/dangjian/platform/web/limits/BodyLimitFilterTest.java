package cn.dangjian.platform.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.springframework.web.servlet.ModelAndView;

class BodyLimitFilterTest {

    private final BodyLimits limits = new BodyLimits(
            DataSize.ofBytes(10),
            Map.of("/v1/files/**", DataSize.ofBytes(20), "/v1/files/{id}/large", DataSize.ofBytes(30)),
            Duration.ofSeconds(1));

    @ParameterizedTest
    @CsvSource({
        "/v1/things, 10, true",
        "/v1/things, 11, false",
        "/v1/files/1, 20, true",
        "/v1/files/1, 21, false",
        "/v1/files/1/large, 30, true",
        "/v1/files/1/large, 31, false",
        "/v1/files/1/large/2, 21, false",
    })
    void takesTheLimitOfThePathThatFitsBest(String path, int length, boolean passes) throws Exception {
        var request = new MockHttpServletRequest("POST", path);
        request.setServletPath(path);
        request.setContent(new byte[length]);
        var refused = new ArrayList<Exception>();
        var passed = new ArrayList<HttpServletRequest>();
        var filter = new BodyLimitFilter(limits, (asked, response, handler, e) -> {
            refused.add(e);
            return new ModelAndView();
        });

        filter.doFilter(request, new MockHttpServletResponse(), (through, response) -> {
            if (through instanceof HttpServletRequest whole) passed.add(whole);
        });

        assertThat(passed).hasSize(passes ? 1 : 0);
        assertThat(refused).hasSize(passes ? 0 : 1);
    }
}
