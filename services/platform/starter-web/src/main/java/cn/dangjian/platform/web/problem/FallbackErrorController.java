package cn.dangjian.platform.web.problem;

import static cn.dangjian.platform.web.problem.Problems.problem;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers for errors that never reached a controller: the container's own refusals. */
@Hidden
@RestController
class FallbackErrorController implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<Problem> error(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var known = status instanceof Integer code ? HttpStatus.resolve(code) : null;
        if (known == null) known = HttpStatus.NOT_FOUND;
        return problem(known, ProblemAdvice.code(known));
    }
}
