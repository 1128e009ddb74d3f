package cn.dangjian.member.telling.kept;

import org.jspecify.annotations.Nullable;

/**
 * So many people, or so many more.
 *
 * @param lost how many of them nobody can find
 */
record Heads(int people, int lost) {

    /** @return null for nobody, which takes an entry off a map */
    static @Nullable Heads sum(Heads one, Heads other) {
        var sum = new Heads(one.people + other.people, one.lost + other.lost);
        return sum.isNone() ? null : sum;
    }

    boolean isNone() {
        return people == 0 && lost == 0;
    }

    Heads negated() {
        return new Heads(-people, -lost);
    }
}
