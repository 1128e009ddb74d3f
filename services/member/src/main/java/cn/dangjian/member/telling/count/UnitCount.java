package cn.dangjian.member.telling.count;

import cn.dangjian.member.person.code.MemberClass;
import cn.dangjian.member.person.number.Sex;
import cn.dangjian.member.person.standing.Status;
import cn.dangjian.platform.directory.UnitId;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many belong to a unit, and to none below it: the data of {@code contracts/events/counts-changed.v1}. Margins count
 * full and probationary members; those who are on the way, stopped or lost stand for themselves.
 *
 * @param open whose file is kept open, whatever they are
 * @param asOf the day on which ages are counted: the first of a month
 */
record UnitCount(
        UnitId unit,
        int full,
        int probationary,
        int retired,
        int applicants,
        int activists,
        int objects,
        int stopped,
        int open,
        int lost,
        LocalDate asOf,
        Map<String, Integer> sexes,
        Map<String, Integer> classes,
        Map<String, Integer> ages,
        Map<String, Integer> educations,
        Map<String, Integer> ethnicities,
        Map<String, Integer> admitted) {

    /** Somebody who belongs to a unit. */
    record One(
            UnitId unit,
            Status status,
            @Nullable MemberClass memberClass,
            boolean lost,
            Sex sex,
            LocalDate birthOn,
            @Nullable String education,
            @Nullable String ethnicity,
            @Nullable LocalDate admittedOn) {}

    /** Counts one by one. */
    static final class Counter {

        private final UnitId unit;
        private final LocalDate asOf;
        private final Map<Status, Integer> statuses = new EnumMap<>(Status.class);
        private final Map<String, Integer> sexes = new TreeMap<>();
        private final Map<String, Integer> classes = new TreeMap<>();
        private final Map<String, Integer> ages = new TreeMap<>();
        private final Map<String, Integer> educations = new TreeMap<>();
        private final Map<String, Integer> ethnicities = new TreeMap<>();
        private final Map<String, Integer> admitted = new TreeMap<>();
        private int lost;

        Counter(UnitId unit, LocalDate asOf) {
            this.unit = unit;
            this.asOf = asOf;
        }

        void add(One one) {
            statuses.merge(one.status(), 1, Integer::sum);
            if (!one.status().isMember()) return;
            if (one.lost()) lost++;
            add(sexes, one.sex().name());
            add(
                    classes,
                    one.memberClass() == null ? "UNKNOWN" : one.memberClass().name());
            add(ages, AgeBand.of(one.birthOn(), asOf).name());
            add(educations, one.education() == null ? "UNKNOWN" : one.education());
            add(ethnicities, one.ethnicity() == null ? "UNKNOWN" : one.ethnicity());
            add(
                    admitted,
                    one.admittedOn() == null
                            ? "UNKNOWN"
                            : String.valueOf(one.admittedOn().getYear()));
        }

        private static void add(Map<String, Integer> margin, String value) {
            margin.merge(value, 1, Integer::sum);
        }

        UnitCount count() {
            return new UnitCount(
                    unit,
                    of(Status.FULL),
                    of(Status.PROBATIONARY),
                    classes.getOrDefault(MemberClass.RETIRED.name(), 0),
                    of(Status.APPLICANT),
                    of(Status.ACTIVIST),
                    of(Status.OBJECT),
                    of(Status.STOPPED),
                    statuses.values().stream().mapToInt(Integer::intValue).sum(),
                    lost,
                    asOf,
                    sexes,
                    classes,
                    ages,
                    educations,
                    ethnicities,
                    admitted);
        }

        private int of(Status status) {
            return statuses.getOrDefault(status, 0);
        }
    }
}
