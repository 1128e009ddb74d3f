package cn.dangjian.testkit;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.pollinterval.IterativePollInterval;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How often a test looks whether what it waits for has come: soon at first, since most things take a few milliseconds,
 * and ever less often, since looking costs the service time too. JUnit finds this class by itself.
 */
public class Patience implements LauncherSessionListener {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(100);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(IterativePollInterval.iterative(Patience::next, SHORTEST));
    }

    private static Duration next(Duration last) {
        var next = last.multipliedBy(5).dividedBy(4);
        return next.compareTo(LONGEST) < 0 ? next : LONGEST;
    }
}
