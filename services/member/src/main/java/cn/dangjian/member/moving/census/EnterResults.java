package cn.dangjian.member.moving.census;

import static cn.dangjian.member.moving.census.CensusRefusal.CLOSED;
import static cn.dangjian.member.moving.census.CensusRefusal.MEMBER_UNKNOWN;
import static cn.dangjian.member.moving.census.CensusRefusal.NO_NOTE;
import static cn.dangjian.member.moving.census.CensusRefusal.TWICE;
import static cn.dangjian.member.moving.census.CensusRefusal.UNKNOWN;

import cn.dangjian.member.moving.census.Census.Entry;
import cn.dangjian.member.moving.census.Census.Result;
import cn.dangjian.platform.directory.desk.Desk;
import cn.dangjian.platform.web.Stripped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 登记排查结果: a branch, or a unit above it, says of members where they are; no standing changes by that (U-13). */
@Service
class EnterResults {

    static final int MOST = 500;

    private final CensusRepository censuses;
    private final ClosingTable closings;

    EnterResults(CensusRepository censuses, ClosingTable closings) {
        this.censuses = censuses;
        this.closings = closings;
    }

    /** @param note must say what it is if the result is {@code OTHER} */
    record ResultRequest(
            @NotNull @Positive Long member,
            @NotNull Result result,

            @Nullable @Size(max = 200) @Stripped(lines = true)
            String note) {}

    record ResultsRequest(
            @NotNull @Size(min = 1, max = MOST) List<@NotNull @Valid ResultRequest> results) {}

    /** All of them, or none. */
    @Transactional
    List<Entry> enter(long census, List<ResultRequest> results, Desk desk) {
        closings.lock(census);
        UNKNOWN.when(censuses.find(census, desk.scope()).isEmpty());
        var members = new HashSet<Long>();
        results.forEach(result -> TWICE.unless(members.add(result.member())));
        results.forEach(result -> NO_NOTE.when(result.result() == Result.OTHER && result.note() == null));
        var asked = censuses.listEntries(census, members, desk.scope());
        refuseUnknown(results, asked);
        var units = asked.stream().map(Entry::unit).collect(Collectors.toSet());
        CLOSED.when(closings.anyClosed(census, units));

        censuses.enter(census, results, desk);
        return censuses.listEntries(census, members, desk.scope());
    }

    private static void refuseUnknown(List<ResultRequest> results, List<Entry> asked) {
        var known = asked.stream().map(Entry::member).collect(Collectors.toSet());
        for (var result : results) {
            if (!known.contains(result.member())) throw MEMBER_UNKNOWN.with(String.valueOf(result.member()));
        }
    }
}
