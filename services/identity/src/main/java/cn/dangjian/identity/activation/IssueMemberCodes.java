package cn.dangjian.identity.activation;

import static cn.dangjian.identity.activation.ActivationRefusal.MEMBER_UNKNOWN;

import cn.dangjian.identity.account.Superior;
import cn.dangjian.identity.activation.CodeQueries.MemberTarget;
import cn.dangjian.identity.activation.IssueCodes.Issued;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * 发放党员激活码: the unit to which members belong, or one above, gives them new activation codes; safe to repeat, as
 * {@link IssueCodes} is.
 */
@Service
class IssueMemberCodes {

    private final CodeQueries queries;
    private final ReplaceCodes replaceCodes;

    IssueMemberCodes(CodeQueries queries, ReplaceCodes replaceCodes) {
        this.queries = queries;
        this.replaceCodes = replaceCodes;
    }

    record MemberCode(long member, Issued issued) {}

    /** Members without an account, or of another unit, are nobody; those with an account in use get none unless reset. */
    List<MemberCode> issue(List<Long> members, boolean reset, Superior by) {
        var asked = List.copyOf(new HashSet<>(members));
        var found = queries.listMembers(asked, reset, by.scope());
        MEMBER_UNKNOWN.unless(found.size() == asked.size());
        var waiting = found.stream().filter(MemberTarget::waits).toList();
        if (waiting.isEmpty()) return List.of();
        var issued =
                replaceCodes.replace(waiting.stream().map(MemberTarget::target).toList(), by);
        var codes = new ArrayList<MemberCode>(waiting.size());
        for (int i = 0; i < waiting.size(); i++) {
            codes.add(new MemberCode(waiting.get(i).member(), issued.get(i)));
        }
        return codes;
    }
}
