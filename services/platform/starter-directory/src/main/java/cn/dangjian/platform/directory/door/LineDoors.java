package cn.dangjian.platform.directory.door;

import static org.springframework.http.HttpStatus.BAD_REQUEST;

import cn.dangjian.platform.directory.Hierarchy;
import cn.dangjian.platform.directory.Subtree;
import cn.dangjian.platform.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses to be asked by line where a door knows nothing of lines: an answer by territory would be taken for the other. */
class LineDoors implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var by = request.getParameter(ScopeArguments.PARAMETER);
        if (by == null || !(handler instanceof HandlerMethod door) || isOpen(door)) return true;
        if (by.equals(Hierarchy.LINE.name())) throw new ProblemException(BAD_REQUEST, "scope.block-only");
        return true;
    }

    static boolean isOpen(HandlerMethod door) {
        return Arrays.stream(door.getMethodParameters())
                .map(parameter -> parameter.getParameterAnnotation(Subtree.class))
                .anyMatch(subtree -> subtree != null && subtree.lines());
    }
}
