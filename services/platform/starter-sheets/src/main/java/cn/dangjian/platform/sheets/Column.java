package cn.dangjian.platform.sheets;

/**
 * A column of a file.
 *
 * @param key stable, for programs
 * @param title for people
 */
public record Column(String key, String title, Type type) {

    /** What a spreadsheet may take its cells for. */
    public enum Type {
        TEXT,
        /** It may count with them. */
        NUMBER,
        /** It may keep them as the number of days since a first one. */
        DAY
    }

    public static Column text(String key, String title) {
        return new Column(key, title, Type.TEXT);
    }

    public static Column number(String key, String title) {
        return new Column(key, title, Type.NUMBER);
    }

    public static Column day(String key, String title) {
        return new Column(key, title, Type.DAY);
    }
}
