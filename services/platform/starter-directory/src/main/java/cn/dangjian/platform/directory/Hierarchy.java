package cn.dangjian.platform.directory;

/** The two hierarchies (条块) of the tree: a request says by which it asks ({@code by=LINE}). */
public enum Hierarchy {
    /** 块: by territory, from the province down to every unit. */
    BLOCK("path"),
    /** 条: by line, from a working or industry committee (行业党委、两新工委、机关工委) down to the units that it supervises. */
    LINE("line_path");

    private final String column;

    Hierarchy(String column) {
        this.column = column;
    }

    /** The column of table {@code unit} that holds a unit's path in this hierarchy. */
    public String column() {
        return column;
    }
}
