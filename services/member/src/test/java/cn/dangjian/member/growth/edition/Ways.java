package cn.dangjian.member.growth.edition;

import cn.dangjian.member.growth.edition.Proposed.Publicity;
import cn.dangjian.member.growth.edition.Proposed.Training;
import cn.dangjian.member.growth.edition.Proposed.Vote;
import cn.dangjian.member.growth.edition.Terms.Range;
import cn.dangjian.platform.rules.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** Ways as texts: {@code "APPLIED 2024-03-01, TALKED 2024-03-15"}; a third word is the outcome, a fourth the months. */
final class Ways {

    static final Editions EDITIONS = new Editions();
    static final Terms TERMS =
            new Terms(18, new Range(1, 2), 2, 3, 24, 50, 50, new Range(6, 12), 3, false, false, true);
    static final LocalDate BORN = LocalDate.of(1990, 5, 1);

    /** By the edition of 2014, up to the day on which the meeting may vote on the admission. */
    static final String TO_THE_VOTE = """
        APPLIED 2023-01-10, TALKED 2023-02-10, ACTIVIST 2023-08-10, ACTIVIST_RECORDED 2023-08-20,
        CONTACTS_NAMED 2023-08-20, REVIEWED 2024-02-10, REVIEWED 2024-08-10, OBJECT 2024-08-10,
        OBJECT_RECORDED 2024-08-20, INTRODUCERS_NAMED 2024-08-21, POLITICALLY_REVIEWED 2024-09-01, TRAINED 2024-09-10,
        COMMITTEE_REVIEWED 2024-09-20, PRE_REVIEWED 2024-10-10, FORM_FILLED 2024-10-20\
        """;

    /** The same, up to the day on which the meeting may vote on full membership. */
    static final String TO_THE_LAST_VOTE = TO_THE_VOTE + """
        , ADMISSION_VOTED 2024-11-05, TALKED_BEFORE_APPROVAL 2024-11-20, ADMISSION_APPROVED 2024-12-20,
        ADMISSION_FILED 2025-01-05, ASSIGNED 2024-12-25, OATH_TAKEN 2025-01-01, PROBATION_REVIEWED 2025-05-05,
        FULL_ASKED 2025-10-28\
        """;

    private Ways() {}

    static Way way(String taken) {
        return way(taken, TERMS);
    }

    static Way way(String taken, Terms terms) {
        return new Way(EDITIONS, terms, WorkingDays.released().calendar(), steps(taken));
    }

    /** A step with all that it is asked to be said, as it should be. */
    static Proposed proposed(String step, LocalDate day) {
        return proposed(step, day, Outcome.DONE, null);
    }

    static Proposed proposed(String step, LocalDate day, Outcome outcome, Integer months) {
        return new Proposed(
                step,
                day,
                outcome,
                BORN,
                2,
                new Training(3, null),
                outcome == Outcome.FAILED ? new Vote(9, 9, 0, 4) : new Vote(9, 9, 0, 5),
                new Publicity(day.minusDays(30), day.minusDays(1)),
                0,
                months,
                null);
    }

    private static List<Taken> steps(String taken) {
        return Arrays.stream(taken.split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.split(" ", -1))
                .map(words -> new Taken(
                        words[0],
                        LocalDate.parse(words[1]),
                        words.length > 2 ? Outcome.valueOf(words[2]) : Outcome.DONE,
                        words.length > 3 ? Integer.valueOf(words[3]) : null))
                .toList();
    }
}
