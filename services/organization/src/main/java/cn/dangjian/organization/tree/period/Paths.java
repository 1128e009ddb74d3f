package cn.dangjian.organization.tree.period;

import cn.dangjian.platform.directory.UnitId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Paths (组织路径): five base-36 digits of each unit's id, from the province down. */
public final class Paths {

    private static final int WIDTH = 5;

    private static final int BASE = 36;

    private Paths() {}

    public static String below(String parentPath, long id) {
        return parentPath + segment(id);
    }

    /** The path of the unit above; of a province its own, which nothing else is below. */
    public static String above(String path) {
        return path.length() > WIDTH ? path.substring(0, path.length() - WIDTH) : path;
    }

    /** The unit above the last one of a path in a line; null at its head, and without a path. */
    public static @Nullable UnitId aboveInLine(@Nullable String linePath) {
        var units = linePath == null ? List.<UnitId>of() : unitsOfLine(linePath);
        return units.size() < 2 ? null : units.get(units.size() - 2);
    }

    /** The units of a path in a line, its head first. */
    public static List<UnitId> unitsOfLine(String linePath) {
        var units = new ArrayList<UnitId>();
        for (int at = 1; at < linePath.length(); at += WIDTH)
            units.add(new UnitId(Long.parseLong(linePath, at, at + WIDTH, BASE)));
        return units;
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
