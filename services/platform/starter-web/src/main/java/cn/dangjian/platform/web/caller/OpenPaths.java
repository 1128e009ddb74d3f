package cn.dangjian.platform.web.caller;

import java.util.List;

/** Path patterns that a service answers without a token; everything else needs one. */
public record OpenPaths(List<String> patterns) {

    public OpenPaths(String... patterns) {
        this(List.of(patterns));
    }
}
