package cn.dangjian.statistics.place;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a unit's path says about its place: each level of the tree adds one segment of fixed width. Paths of a line begin
 * with one character more.
 */
public final class TreePath {

    public static final int SEGMENT = 5;

    private TreePath() {}

    /** 1 for a province, or the head of a line. */
    public static int depth(String path) {
        return path.length() / SEGMENT;
    }

    /** The unit that stands at a path. */
    public static long unit(String path) {
        return Long.parseLong(path.substring(path.length() - SEGMENT), 36);
    }

    /** The path directly above; empty above a province. */
    public static String parent(String path) {
        return path.substring(0, Math.max(0, path.length() - SEGMENT));
    }

    /** The paths directly above some. */
    public static List<String> parents(Collection<String> paths) {
        return paths.stream().map(TreePath::parent).distinct().toList();
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
