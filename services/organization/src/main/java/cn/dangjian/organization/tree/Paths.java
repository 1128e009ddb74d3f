package cn.dangjian.organization.tree;

/** Paths (组织路径): five base-36 digits of each unit's id, from the province down. */
public final class Paths {

    private static final int WIDTH = 5;

    private static final int BASE = 36;

    private Paths() {}

    public static String below(String parentPath, long id) {
        String digits = Long.toString(id, BASE);
        if (digits.length() > WIDTH) throw new IllegalArgumentException("No path has room for unit " + id);
        return parentPath + "0".repeat(WIDTH - digits.length()) + digits;
    }
}
