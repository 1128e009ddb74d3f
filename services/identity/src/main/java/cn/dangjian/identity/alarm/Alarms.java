package cn.dangjian.identity.alarm;

import cn.dangjian.platform.events.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登录告警: raises alarms, tells them again when they have grown, and ends them. */
@Service
class Alarms {

    static final String ACCOUNT = "account:";
    static final String ADDRESS = "address:";

    private final PressureRepository pressures;
    private final AlarmRepository alarms;
    private final Outbox outbox;
    private final AlarmSettings settings;
    private final Clock clock;

    Alarms(PressureRepository pressures, AlarmRepository alarms, Outbox outbox, AlarmSettings settings, Clock clock) {
        this.pressures = pressures;
        this.alarms = alarms;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** What an alarm is about. */
    enum Kind {
        ACCOUNT,
        ADDRESS
    }

    /** Whether it goes on. */
    enum State {
        RAISED,
        OVER
    }

    /**
     * The data of {@code contracts/events/sign-in-alarm.v1}: the whole state. The address stands in identity only, where
     * the administrator looks it up by the alarm's number.
     */
    record SignInAlarm(
            long alarm, Kind kind, @Nullable Long account, int failures, Instant since, Instant lastAt, State state) {}

    /** Adds what was counted. */
    @Transactional
    void add(String target, int failures) {
        boolean isAccount = target.startsWith(ACCOUNT);
        var pressure =
                pressures.add(target, failures, clock.instant().truncatedTo(ChronoUnit.MICROS), settings.quiet());
        if (!pressure.isWorthTelling(failures, isAccount ? settings.account() : settings.address())) return;
        var raised = pressure.alarm();
        if (raised == null) {
            var alarm = alarms.insert(
                    isAccount ? Long.valueOf(target.substring(ACCOUNT.length())) : null,
                    isAccount ? null : target.substring(ADDRESS.length()),
                    pressure);
            pressures.raise(target, alarm.id());
            tell(alarm);
        } else {
            change(alarms.get(raised).grown(pressure));
        }
    }

    /** Some of what has been quiet. */
    List<String> quiet(int limit) {
        return pressures.listQuiet(clock.instant().minus(settings.quiet()), limit);
    }

    /** Ends what was counted, if it is still quiet. */
    @Transactional
    void end(String target) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var quiet = pressures.findQuiet(target, now.minus(settings.quiet()));
        if (quiet.isEmpty()) return;
        var raised = quiet.get().alarm();
        if (raised != null) change(alarms.get(raised).over(quiet.get(), now));
        pressures.delete(target);
    }

    private void change(Alarm alarm) {
        alarms.update(alarm);
        tell(alarm);
    }

    private void tell(Alarm alarm) {
        var data = new SignInAlarm(
                alarm.id(),
                alarm.account() == null ? Kind.ADDRESS : Kind.ACCOUNT,
                alarm.account(),
                alarm.failures(),
                alarm.since(),
                alarm.lastAt(),
                alarm.overAt() == null ? State.RAISED : State.OVER);
        outbox.append("identity.sign-in-alarm.v1", "sign-in-alarm:" + alarm.id(), alarm.version(), null, data);
    }
}
