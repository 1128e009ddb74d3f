package cn.dangjian.assessment.scheme.content;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What gives points (指标).
 *
 * @param measure what is counted; null if people give the points
 * @param below whether the facts of all units below count, too
 * @param weight the most that it gives of the hundred; nothing for an addition
 * @param weightLeast the least that whoever adapts the scheme may make of the weight; null if he may change nothing
 * @param weightMost and the most
 * @param cap the most that a deduction takes or an addition gives; null for a deduction that may take all
 * @param each what is taken or given for each fact; null for a ratio
 * @param zeroMark the ratio that gives nothing, in hundredths of a percent
 * @param fullMark the ratio that gives all; below {@code zeroMark} if less is better
 * @param unannounced how much unannounced checks (暗访) weigh where there are both kinds, in percent; null: all the same
 * @param basis the document and its article that asks for it
 */
public record Indicator(
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}") String module,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}") String code,
        @NotBlank @Size(max = 60) @Stripped String name,
        @NotNull Method method,
        @Nullable @Size(max = 48) String measure,
        boolean below,
        @NotNull @Valid Points weight,
        @Nullable @Valid Points weightLeast,
        @Nullable @Valid Points weightMost,
        @Nullable @Valid Points cap,
        @Nullable @Valid Points each,
        @Min(0) @Max(10_000) int zeroMark,
        @Min(0) @Max(10_000) int fullMark,
        @NotNull WhenEmpty whenEmpty,
        @Nullable @Min(0) @Max(100) Integer unannounced,
        @Nullable @Size(max = 200) @Stripped String basis) {

    public Points least() {
        return weightLeast == null ? weight : weightLeast;
    }

    public Points most() {
        return weightMost == null ? weight : weightMost;
    }

    /** The most that is taken or given. */
    public Points limit() {
        return cap == null ? weight : cap;
    }

    /** Whether it says the same as one of a frame, weights and names apart; a cap never lies over the weight. */
    public boolean countsLike(Indicator other) {
        int most = other.cap == null
                ? weight.hundredths()
                : method == Method.ADDITION
                        ? other.cap.hundredths()
                        : Math.min(other.cap.hundredths(), weight.hundredths());
        return method == other.method
                && limit().hundredths() == most
                && Objects.equals(each, other.each)
                && Objects.equals(measure, other.measure)
                && below == other.below
                && zeroMark == other.zeroMark
                && fullMark == other.fullMark
                && whenEmpty == other.whenEmpty
                && Objects.equals(unannounced, other.unannounced);
    }
}
