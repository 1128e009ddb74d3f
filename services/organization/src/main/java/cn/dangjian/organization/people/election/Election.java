package cn.dangjian.organization.people.election;

import cn.dangjian.platform.directory.UnitId;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting voted.
 *
 * @param number the term (届) that was elected
 * @param scattered whether the members live apart, so that delegates may meet whatever their number
 * @param members all members of the unit
 * @param fullMembers those of them who may vote, unless suspended (only full members do)
 * @param suspended full members whose rights are suspended (留置、逮捕)
 * @param delegates how many delegates there are, if they met instead of the members
 * @param present how many of those entitled to vote came
 * @param ballots how many ballots came back
 */
record Election(
        @Min(1) @Max(999) int number,
        @NotNull LocalDate heldOn,
        @NotNull Meeting meeting,
        @NotNull Boolean scattered,
        @PositiveOrZero @Max(1_000_000) int members,
        @PositiveOrZero int fullMembers,
        @PositiveOrZero int suspended,
        @Nullable @Positive @Max(10_000) Integer delegates,
        @PositiveOrZero int present,
        @PositiveOrZero int ballots,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Seats> posts,
        @NotNull @Size(min = 1, max = 200) List<@NotNull @Valid Candidate> candidates) {

    private static final String POST = "[A-Z][A-Z_]{0,31}";

    enum Meeting {
        /** 党员大会. */
        MEMBERS,
        /** 党员代表大会. */
        DELEGATES
    }

    /** How many are to be elected to a post. */
    record Seats(
            @NotNull @Pattern(regexp = POST) String post,
            @Min(1) @Max(99) int seats) {}

    /** @param person tells people apart within the election; the same one may stand for several posts */
    record Candidate(
            @NotNull @Pattern(regexp = POST) String post,
            @Positive int person,
            @NotBlank @Size(max = 100) @Stripped String name,
            @Nullable @Positive Long account,
            @PositiveOrZero int votes,
            @NotNull Boolean elected,
            @NotNull Boolean fullTime) {}

    /**
     * An election that was written down.
     *
     * @param closedOn the first day on which nobody approves it any more; null while somebody may, or has
     * @param closeReason why
     */
    record Recorded(
            long id,
            UnitId unit,
            Election election,
            String recordedBy,
            @Nullable Long session,
            @Nullable String document,
            @Nullable LocalDate closedOn,
            @Nullable String closeReason,
            long version) {}

    /** How many may vote. */
    int entitled() {
        if (meeting == Meeting.DELEGATES) return delegates == null ? 0 : delegates;
        return fullMembers - suspended;
    }

    List<Candidate> candidatesFor(String post) {
        return candidates.stream()
                .filter(candidate -> candidate.post().equals(post))
                .toList();
    }

    /** Whether the figures cannot be those of any meeting. */
    boolean contradictsItself() {
        if (fullMembers > members || suspended > fullMembers) return true;
        if ((meeting == Meeting.DELEGATES) != (delegates != null)) return true;
        if (present > entitled()) return true;
        return candidates.stream().anyMatch(candidate -> candidate.votes() > ballots) || confusesPeople();
    }

    private boolean confusesPeople() {
        var posts = new HashSet<String>();
        for (var post : this.posts) if (!posts.add(post.post())) return true;
        var people = new HashMap<Integer, Candidate>();
        var standing = new HashSet<String>();
        for (var candidate : candidates) {
            if (!posts.contains(candidate.post())) return true;
            if (!standing.add(candidate.post() + candidate.person())) return true;
            var same = people.putIfAbsent(candidate.person(), candidate);
            if (same != null && !same.name().equals(candidate.name())) return true;
        }
        return false;
    }
}
