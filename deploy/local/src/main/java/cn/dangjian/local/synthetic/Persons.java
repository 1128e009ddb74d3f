package cn.dangjian.local.synthetic;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the persons of a province: the same ones for the same seed, units and number of persons, in any order. Shares are
 * rough shares of the published totals (about 30 of 100 members are women, one in four has retired, one in three works on
 * the land, one in fifty is on probation), not a model of anybody.
 *
 * @param today after which nothing has happened
 */
public record Persons(long seed, List<String> units, long people, LocalDate today) {

    private static final int YOUNGEST = 18;
    private static final int SPAN = 72;

    public Persons {
        if (units.isEmpty()) throw new IllegalArgumentException("No units");
        if (people > Numbers.MOST) throw new IllegalArgumentException("At most " + Numbers.MOST + " persons");
    }

    /** All of them, unit by unit. */
    public Stream<Person> stream() {
        return LongStream.range(0, people).mapToObj(this::person);
    }

    /** The person with an index, from 0 on; neighbours belong to the same unit or to neighbours. */
    public Person person(long index) {
        var random = new SplittableRandom(seed * 1_000_003 + index);
        int age = YOUNGEST + (int) ((random.nextDouble() + random.nextDouble()) / 2 * SPAN);
        var birth = today.minusYears(age).minusDays(random.nextInt(365));
        boolean male = random.nextInt(100) < 70;
        var way = Way.of(birth, today, random);
        return new Person(
                index,
                units.get((int) (index * units.size() / people)),
                Names.of(random),
                Numbers.of(index, birth, male),
                birth,
                sometimes(95, random.nextInt(100) < 92 ? "01" : "%02d".formatted(2 + random.nextInt(55)), random),
                sometimes(90, education(age, random), random),
                sometimes(80, "1990000%04d".formatted(random.nextInt(10_000)), random),
                way.admitted() == null ? null : memberClass(age, random),
                way.applied(),
                way.activist(),
                way.object(),
                way.admitted(),
                way.full());
    }

    private static @Nullable String sometimes(int percent, String value, RandomGenerator random) {
        return random.nextInt(100) < percent ? value : null;
    }

    private static String education(int age, RandomGenerator random) {
        int drawn = random.nextInt(100) + (60 - age) / 2;
        if (drawn > 95) return "10";
        if (drawn > 60) return "20";
        if (drawn > 40) return "30";
        if (drawn > 20) return "60";
        return drawn > 5 ? "70" : "80";
    }

    private static String memberClass(int age, RandomGenerator random) {
        int drawn = random.nextInt(100);
        if (age >= 60 && drawn < 55) return "RETIRED";
        if (drawn < 40) return "RURAL";
        if (drawn < 75) return "EMPLOYED";
        if (drawn < 85) return "UNPOSTED";
        return drawn < 95 ? "COMMUNITY" : "FLOATING";
    }

    /** How far somebody has come, and when: most are full members since long. */
    private record Way(
            LocalDate applied,
            @Nullable LocalDate activist,
            @Nullable LocalDate object,
            @Nullable LocalDate admitted,
            @Nullable LocalDate full) {

        static Way of(LocalDate birth, LocalDate today, RandomGenerator random) {
            var grown = birth.plusYears(YOUNGEST).plusDays(1);
            int drawn = random.nextInt(100);
            if (drawn < 2) return new Way(lately(grown, today, 300, random), null, null, null, null);
            if (drawn < 4) {
                var applied = lately(grown, today, 700, random);
                var activist = applied.plusDays(60);
                return new Way(applied, activist.isAfter(today) ? null : activist, null, null, null);
            }
            if (drawn < 7) {
                var applied = lately(grown, today.minusDays(800), 400, random);
                return untilToday(applied, today.minusDays(random.nextInt(360)), today);
            }
            var applied = grown.plusDays(random.nextInt(365 * 12));
            return untilToday(applied, applied.plusDays(700 + random.nextInt(1500)), today);
        }

        /** Steps that would lie behind today have not been taken. */
        private static Way untilToday(LocalDate applied, LocalDate admitted, LocalDate today) {
            var first = applied.isAfter(today) ? today : applied;
            return new Way(
                    first,
                    past(first.plusDays(90), today),
                    past(admitted.minusDays(120), today),
                    past(admitted, today),
                    past(admitted.plusYears(1), today));
        }

        private static @Nullable LocalDate past(LocalDate day, LocalDate today) {
            return day.isAfter(today) ? null : day;
        }

        private static LocalDate lately(LocalDate grown, LocalDate last, int days, RandomGenerator random) {
            var day = last.minusDays(random.nextInt(days));
            if (day.isAfter(grown)) return day;
            return grown.isAfter(last) ? last : grown;
        }
    }
}
