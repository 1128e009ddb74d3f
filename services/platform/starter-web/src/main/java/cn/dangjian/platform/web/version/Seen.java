package cn.dangjian.platform.web.version;

import org.jspecify.annotations.Nullable;

/**
 * Which version the client saw: the If-Match header of a request, as a controller's parameter.
 *
 * @param ifMatch null if the client sent none
 */
public record Seen(@Nullable String ifMatch) {

    /** Of a step that asks for no version. */
    public static Seen any() {
        return new Seen(null);
    }

    /**
     * Lets a change pass if the client saw the newest version, or said nothing.
     *
     * @throws cn.dangjian.platform.web.problem.ProblemException 412 {@code version.stale} if someone else changed it
     */
    public void require(long version) {
        ETags.requireMatch(ifMatch, version);
    }
}
