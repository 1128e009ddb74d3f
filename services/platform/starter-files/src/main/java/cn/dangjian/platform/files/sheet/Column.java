package cn.dangjian.platform.files.sheet;

/**
 * A column of a file.
 *
 * @param key stable, for programs
 * @param title for people
 * @param number whether a spreadsheet may count with it
 */
public record Column(String key, String title, boolean number) {

    public static Column text(String key, String title) {
        return new Column(key, title, false);
    }

    public static Column number(String key, String title) {
        return new Column(key, title, true);
    }
}
