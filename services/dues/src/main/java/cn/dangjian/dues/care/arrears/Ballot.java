package cn.dangjian.dues.care.arrears;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * 支部大会表决.
 *
 * @param entitled who may vote
 * @param present how many of them were there
 * @param yes how many of those held that there is no good reason
 */
record Ballot(
        @NotNull @Min(1) Integer entitled,
        @NotNull @Min(0) Integer present,
        @NotNull @Min(0) Integer yes) {

    boolean isPossible() {
        return yes <= present && present <= entitled;
    }

    /** Whether more than so many percent of those who may vote were there. */
    boolean isQuorate(int percent) {
        return isOver(present, percent);
    }

    /** Whether more than so many percent of those who may vote were for it. */
    boolean isPassed(int percent) {
        return isOver(yes, percent);
    }

    private boolean isOver(int votes, int percent) {
        return 100L * votes > (long) percent * entitled;
    }

    /** As the journal keeps it. */
    String said() {
        return "应到 %d 实到 %d 赞成 %d".formatted(entitled, present, yes);
    }
}
