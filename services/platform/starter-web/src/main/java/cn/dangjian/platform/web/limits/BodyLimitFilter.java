package cn.dangjian.platform.web.limits;

import cn.dangjian.platform.web.problem.DoorRefusal;
import cn.dangjian.platform.web.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Refuses a body that is too large: at once if its length is declared, else as soon as it has been read that far. */
public class BodyLimitFilter extends OncePerRequestFilter {

    private final DataSize all;
    private final SortedMap<PathPattern, DataSize> paths;
    private final HandlerExceptionResolver problems;

    public BodyLimitFilter(BodyLimits limits, HandlerExceptionResolver problems) {
        this.all = limits.all();
        // the most specific pattern first
        this.paths = new TreeMap<>();
        limits.paths().forEach((pattern, limit) -> paths.put(PathPatternParser.defaultInstance.parse(pattern), limit));
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long limit = limit(request);
        if (request.getContentLengthLong() > limit) {
            problems.resolveException(request, response, null, tooLarge(limit));
            return;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private long limit(HttpServletRequest request) {
        var path = PathContainer.parsePath(request.getServletPath());
        return paths.entrySet().stream()
                .filter(entry -> entry.getKey().matches(path))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(all)
                .toBytes();
    }

    private static ProblemException tooLarge(long limit) {
        return DoorRefusal.TOO_LARGE.with(limit);
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counting(super.getInputStream(), limit);
        }
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream in;
        private final long limit;
        private long seen;

        Counting(ServletInputStream in, long limit) {
            this.in = in;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            int b = in.read();
            if (b >= 0) count(1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) count(n);
            return n;
        }

        private void count(int n) {
            seen += n;
            if (seen > limit) throw tooLarge(limit);
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
