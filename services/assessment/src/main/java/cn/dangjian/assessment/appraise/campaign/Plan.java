package cn.dangjian.assessment.appraise.campaign;

import cn.dangjian.assessment.points.Points;
import cn.dangjian.platform.directory.Tier;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign says.
 *
 * @param except those directly below that do not debrief
 * @param mode how most of them debrief
 * @param otherMode those that debrief in the other mode
 * @param reportsUntil the last day on which reports can be written
 * @param voteUntil the last day on which sheets can be given
 * @param cut how many of a hundred sheets of a role are left out at each end, rounded down
 * @param belowLeast of how many sheets from below a sum is shown at least (下议)
 * @param goodMost how many of a hundred objects may be graded 好; null for as many as the rule allows
 * @param criteria what points are given for, a hundred together; null if a sheet has one number
 * @param roles whose sheets count, and how much
 */
public record Plan(
        @Min(2020) @Max(2100) int year,
        @NotNull ObjectSet objects,
        @NotBlank @Size(max = 100) @Stripped String title,
        @NotNull @Size(max = 500) List<@NotNull @Positive Long> except,
        @NotNull Mode mode,
        @NotNull @Size(max = 500) List<@NotNull @Positive Long> otherMode,
        @NotNull LocalDate reportsFrom,
        @NotNull LocalDate reportsUntil,
        @NotNull LocalDate voteFrom,
        @NotNull LocalDate voteUntil,
        @Min(0) @Max(25) int cut,
        @Min(2) @Max(1000) int belowLeast,
        @Nullable @Min(0) @Max(100) Integer goodMost,
        @Nullable @Size(min = 1, max = 20) List<@NotNull @Valid Criterion> criteria,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid Role> roles) {

    /** How an object debriefs. */
    public enum Mode {
        /** 现场述职. */
        ORAL,
        /** 书面述职. */
        WRITTEN;

        Mode other() {
            return this == ORAL ? WRITTEN : ORAL;
        }
    }

    /** Where those stand who give sheets. */
    public enum Voters {
        /** 点名: posts that the campaign names, at any unit that is not below an object. */
        NAMED,
        /** 互评: the objects, each of all others. */
        PEERS,
        /** 下议: units of a tier below each object, each of the one above it; nobody reads a single sheet. */
        BELOW;

        /** Whether a sheet is shown only together with others. */
        public boolean isSecret() {
            return this == BELOW;
        }
    }

    /** A post that a role names. */
    public record Post(
            @Positive long unit,
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String duty) {}

    /**
     * A role of those who take part (参评主体).
     *
     * @param tier of whom sheets come from below; null for others
     * @param duty whose posts, of objects and of units below; of named ones each post says it
     * @param posts of whom sheets come by name; null for others
     * @param weight of a hundred
     * @param quorum how many of a hundred must have given a sheet of an object
     * @param needed whether an object has no composite without it; else the other roles take its weight
     */
    public record Role(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String code,

            @NotBlank @Size(max = 60) @Stripped String name,
            @NotNull Voters voters,
            @Nullable Tier tier,
            @NotNull @Pattern(regexp = "[a-z][a-z-]{0,31}") String duty,
            @Nullable @Size(min = 1, max = 500) List<@NotNull @Valid Post> posts,
            @Min(1) @Max(100) int weight,
            @Min(1) @Max(100) int quorum,
            boolean needed) {}

    /**
     * What points are given for (评分项).
     *
     * @param most the most that it gives
     */
    public record Criterion(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,15}")
            String code,

            @NotBlank @Size(max = 60) @Stripped String name,
            @NotNull @Valid Points most) {}

    List<Criterion> listed() {
        return criteria == null ? List.of() : criteria;
    }

    /** A role of it. */
    public Optional<Role> role(String code) {
        return roles.stream().filter(role -> role.code().equals(code)).findFirst();
    }
}
