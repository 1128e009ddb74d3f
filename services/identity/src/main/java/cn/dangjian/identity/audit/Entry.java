package cn.dangjian.identity.audit;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** 审计记录: a row of the trail; its mac covers all of it and the row before. */
record Entry(
        int chain,
        long seq,
        LocalDateTime at,
        String service,
        @Nullable String source,
        String kind,
        String act,
        @Nullable Long account,
        @Nullable Long post,
        @Nullable Long mandate,
        String thing,
        String thingId,
        String purpose,
        String keyName,
        String mac) {

    Entry with(String newMac) {
        return new Entry(
                chain, seq, at, service, source, kind, act, account, post, mandate, thing, thingId, purpose, keyName,
                newMac);
    }

    /** Everything that the mac covers, in one order for ever. */
    List<@Nullable Object> covered(String before) {
        return new ArrayList<>(Arrays.asList(
                "entry", chain, seq, before, at, service, source, kind, act, account, post, mandate, thing, thingId,
                purpose, keyName));
    }
}
