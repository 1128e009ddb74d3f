package cn.dangjian.platform.web.version;

import cn.dangjian.platform.web.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Entity tags made of row versions. */
public final class ETags {

    private ETags() {}

    /** The tag of a version, quotes included. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Lets a change pass if the client saw the newest version, or said nothing.
     *
     * @param ifMatch the If-Match header, null if the client sent none
     * @throws ProblemException 412 {@code version.stale} if someone else changed it meanwhile
     */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank() || ifMatch.trim().equals("*")) return;
        for (String tag : ifMatch.split(",", -1)) {
            String bare = tag.trim();
            if (bare.startsWith("W/")) bare = bare.substring(2);
            if (bare.equals(of(version))) return;
        }
        throw new ProblemException(HttpStatus.PRECONDITION_FAILED, "version.stale");
    }
}
