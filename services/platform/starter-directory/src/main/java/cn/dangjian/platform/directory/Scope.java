package cn.dangjian.platform.directory;

/**
 * What a caller may see: the units whose path lies between {@code from} and {@code to}, both included. Every query on
 * scoped rows takes one: {@code where unit.path between :from and :to}.
 */
public record Scope(String from, String to) {

    /** Sorts after every character of a path. */
    private static final String LAST = "~";

    /** One unit and nothing below it. */
    public static Scope own(String path) {
        return new Scope(requirePath(path), path);
    }

    /** A unit and everything below it. */
    public static Scope subtree(String path) {
        return new Scope(requirePath(path), path + LAST);
    }

    public boolean contains(String path) {
        return from.compareTo(path) <= 0 && path.compareTo(to) <= 0;
    }

    private static String requirePath(String path) {
        if (path.isEmpty()) throw new IllegalArgumentException("An empty path would be everything");
        return path;
    }
}
