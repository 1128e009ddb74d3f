package cn.dangjian.identity.audit;

import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 封存: what the heads of all chains were at one moment.
 *
 * @param heads {@code chain:seq:mac}, with blanks between
 */
record Seal(long seal, LocalDateTime at, String heads, String keyName, String mac) {

    /** A row as a seal remembers it. */
    record Head(long seq, String mac) {}

    static String heads(Collection<Chain> chains) {
        return chains.stream()
                .map(chain -> chain.chain() + ":" + chain.seq() + ":" + chain.mac())
                .collect(Collectors.joining(" "));
    }

    Map<Integer, Head> parsed() {
        var parsed = new TreeMap<Integer, Head>();
        if (heads.isEmpty()) return parsed;
        for (String head : heads.split(" ", -1)) {
            var parts = head.split(":", -1);
            parsed.put(Integer.valueOf(parts[0]), new Head(Long.parseLong(parts[1]), parts[2]));
        }
        return parsed;
    }

    List<@Nullable Object> covered(String before) {
        return Arrays.asList("seal", seal, before, at, heads, keyName);
    }
}
