package cn.dangjian.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.dao.CannotAcquireLockException;

class JobFailuresTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(JobFailures.class);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @BeforeEach
    void listen() {
        written.start();
        logger.addAppender(written);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(written);
    }

    @Test
    void givingWayIsOneLine() {
        new JobFailures()
                .handleError(new CannotAcquireLockException("delete", new IllegalStateException("Deadlock found")));

        assertThat(written.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.WARN);
            assertThat(line.getFormattedMessage()).contains("Deadlock found");
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void allElseIsToldWhole() {
        new JobFailures().handleError(new IllegalStateException("no such rule"));

        assertThat(written.list).singleElement().satisfies(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.ERROR);
            assertThat(line.getThrowableProxy().getMessage()).isEqualTo("no such rule");
        });
    }
}
