package cn.dangjian.organization.tree;

import cn.dangjian.platform.directory.UnitId;

/** Paths (组织路径): five base-36 digits of each unit's id, from the province down. */
public final class Paths {

    private static final int WIDTH = 5;

    private static final int BASE = 36;

    private Paths() {}

    public static String below(String parentPath, long id) {
        return parentPath + segment(id);
    }

    /** Whether a unit is on a path: the unit that the path leads to, or one above it. */
    static boolean contains(String path, UnitId unit) {
        String segment = segment(unit.value());
        for (int at = 0; at < path.length(); at += WIDTH) if (path.startsWith(segment, at)) return true;
        return false;
    }

    private static String segment(long id) {
        String digits = Long.toString(id, BASE);
        if (digits.length() > WIDTH) throw new IllegalArgumentException("No path has room for unit " + id);
        return "0".repeat(WIDTH - digits.length()) + digits;
    }
}
