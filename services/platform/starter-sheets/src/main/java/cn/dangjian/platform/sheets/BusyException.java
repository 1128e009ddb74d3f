package cn.dangjian.platform.sheets;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import cn.dangjian.platform.web.problem.Problem;
import cn.dangjian.platform.web.problem.ProblemException;
import java.time.Duration;

/** As many Excel files are being read as fit into memory; the same one can be sent again. */
public class BusyException extends ProblemException {

    private static final Duration AGAIN = Duration.ofSeconds(10);

    BusyException() {
        super(new Problem(SERVICE_UNAVAILABLE, "sheet.busy").retryAfter(AGAIN));
    }
}
