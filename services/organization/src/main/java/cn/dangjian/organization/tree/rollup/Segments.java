package cn.dangjian.organization.tree.rollup;

import cn.dangjian.organization.tree.rollup.RollupTable.Place;
import java.util.ArrayList;
import java.util.List;

/** Paths (组织路径) taken apart: five base-36 digits of each unit's id, as room {@code tree} makes them. */
final class Segments {

    static final int WIDTH = 5;

    private static final int BASE = 36;

    private Segments() {}

    /** The unit to which a path leads, and those above it, down from the one to which the other path leads. */
    static List<Place> above(String path, String from) {
        var places = new ArrayList<Place>();
        for (int end = Math.max(from.length(), WIDTH); end <= path.length(); end += WIDTH) {
            places.add(new Place(Long.parseLong(path, end - WIDTH, end, BASE), path.substring(0, end)));
        }
        return places;
    }
}
