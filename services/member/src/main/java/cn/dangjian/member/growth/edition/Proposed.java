package cn.dangjian.member.growth.edition;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A step that is to be taken, with what is said of it; null is what is not said.
 *
 * @param bornOn of the person
 * @param persons how many contacts or introducers were named
 * @param objectionsOpen how many objections (异议) nobody has answered
 * @param leavesOn when he leaves the unit at which he works or studies; null if nobody knows of it
 */
public record Proposed(
        String step,
        LocalDate day,
        Outcome outcome,
        @Nullable LocalDate bornOn,
        @Nullable Integer persons,
        @Nullable Training training,
        @Nullable Vote vote,
        @Nullable Publicity publicity,
        int objectionsOpen,
        @Nullable Integer months,
        @Nullable LocalDate leavesOn) {

    public static Proposed on(String step, LocalDate day) {
        return new Proposed(step, day, Outcome.DONE, null, null, null, null, null, 0, null, null);
    }

    /** 集中培训: by days or by hours of teaching. */
    public record Training(
            @Nullable @PositiveOrZero @Max(1000) Integer days,
            @Nullable @PositiveOrZero @Max(10000) Integer hours) {

        boolean reaches(int least, int leastHours) {
            return (days != null && days >= least) || (hours != null && hours >= leastHours);
        }
    }

    /**
     * 支部大会表决, of members who have a vote.
     *
     * @param written how many who were not present had said before, in writing, what they think
     */
    public record Vote(
            @PositiveOrZero int entitled,
            @PositiveOrZero int present,
            @PositiveOrZero int written,
            @PositiveOrZero int yes) {

        boolean isPossible() {
            return present >= 0
                    && written >= 0
                    && yes >= 0
                    && present + written <= entitled
                    && yes <= present + written;
        }

        boolean hasQuorum(Terms terms) {
            return isOver(present, terms.presentOver());
        }

        boolean isPassed(Terms terms) {
            return isOver(yes, terms.yesOver());
        }

        private boolean isOver(int number, int percent) {
            return (long) number * 100 > (long) entitled * percent;
        }
    }

    /** 公示, its first and last day. */
    public record Publicity(
            @NotNull LocalDate from, @NotNull LocalDate to) {}
}
