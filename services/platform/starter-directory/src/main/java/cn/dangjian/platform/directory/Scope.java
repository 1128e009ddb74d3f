package cn.dangjian.platform.directory;

import java.util.Objects;

/**
 * What a caller may see: the units whose path lies between {@code from} and {@code to}, both included. Every query on
 * scoped rows takes one: {@code where unit.path between :from and :to}, or, where it can be asked by either hierarchy,
 * with {@link #column()} instead of {@code path}. Paths of a line begin with a character that no other path has: a query
 * that knows nothing of lines finds nothing in the scope of one.
 */
public record Scope(Hierarchy by, String from, String to) {

    /** Sorts after every character of a path. */
    private static final String LAST = "~";

    /** An interval of territory. */
    public Scope(String from, String to) {
        this(Hierarchy.BLOCK, from, to);
    }

    /** One unit and nothing below it. */
    public static Scope own(String path) {
        return new Scope(requirePath(path), path);
    }

    /** A unit and everything below it. */
    public static Scope subtree(String path) {
        return new Scope(requirePath(path), path + LAST);
    }

    /** A unit and everything below it in its line. */
    public static Scope line(String linePath) {
        return new Scope(Hierarchy.LINE, requirePath(linePath), linePath + LAST);
    }

    /** A unit and everything below it, by the same hierarchy; the unit has been found within this scope. */
    public Scope below(Unit unit) {
        return by == Hierarchy.BLOCK ? subtree(path(unit)) : line(path(unit));
    }

    /** Where a unit that has been found within this scope stands, by the same hierarchy. */
    public String path(Unit unit) {
        return by == Hierarchy.BLOCK ? unit.path() : Objects.requireNonNull(unit.linePath());
    }

    /** The column of table {@code unit} that this interval is of. */
    public String column() {
        return by.column();
    }

    /** Whether it holds a unit with this path; always false for a line, whose paths are others. */
    public boolean contains(String path) {
        return from.compareTo(path) <= 0 && path.compareTo(to) <= 0;
    }

    public boolean contains(Unit unit) {
        var path = by == Hierarchy.BLOCK ? unit.path() : unit.linePath();
        return path != null && contains(path);
    }

    private static String requirePath(String path) {
        if (path.isEmpty()) throw new IllegalArgumentException("An empty path would be everything");
        return path;
    }
}
