package cn.dangjian.statistics.place;

import java.util.ArrayList;
import java.util.List;

/**
 * What a unit's path says about its place: each level of the tree adds one segment of fixed width. Paths of a line begin
 * with one character more.
 */
public final class TreePath {

    public static final int SEGMENT = 5;

    /** Who is above a province. */
    public static final long NOBODY = 0;

    private TreePath() {}

    /** 1 for a province, or the head of a line. */
    public static int depth(String path) {
        return path.length() / SEGMENT;
    }

    /** The unit that stands at a path. */
    public static long unit(String path) {
        return Long.parseLong(path.substring(path.length() - SEGMENT), 36);
    }

    /** The unit directly above the one that stands at a path; {@link #NOBODY} above a province. */
    public static long parentUnit(String path) {
        return path.length() <= SEGMENT ? NOBODY : unit(path.substring(0, path.length() - SEGMENT));
    }

    /** The units on the way to a path, the province first and the one that stands there last. */
    public static List<Long> units(String path) {
        var units = new ArrayList<Long>();
        for (int end = SEGMENT; end <= path.length(); end += SEGMENT) units.add(unit(path.substring(0, end)));
        return units;
    }

    /** What a unit adds to the path of whoever is above it. */
    public static String segment(long unit) {
        String digits = Long.toString(unit, 36);
        return "0".repeat(SEGMENT - digits.length()) + digits;
    }

    /** The path directly above; empty above a province. */
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.length() - SEGMENT));
    }

    /** The paths of all units above, the nearest first. */
    public static List<String> above(String path) {
        var paths = new ArrayList<String>();
        for (int end = path.length() - SEGMENT; end >= SEGMENT; end -= SEGMENT) paths.add(path.substring(0, end));
        return paths;
    }

    /** A path and those of all units above, the nearest first. */
    public static List<String> upwards(String path) {
        var paths = new ArrayList<>(List.of(path));
        paths.addAll(above(path));
        return paths;
    }
}
