package cn.dangjian.member.person.quality;

import java.util.List;

/**
 * How much of a file is there.
 *
 * @param percent of what is asked of somebody of his status, rounded down, so that 100 is whole
 */
public record Completeness(int percent, List<Fact> missing) {

    static Completeness of(int asked, List<Fact> missing) {
        return new Completeness(asked == 0 ? 100 : (asked - missing.size()) * 100 / asked, missing);
    }
}
