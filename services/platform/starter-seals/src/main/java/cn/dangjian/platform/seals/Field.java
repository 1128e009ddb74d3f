package cn.dangjian.platform.seals;

/**
 * The place of a value: it opens nowhere else.
 *
 * @param key of its row
 */
public record Field(String table, String column, String key) {

    public Field(String table, String column, long id) {
        this(table, column, String.valueOf(id));
    }

    String name() {
        return table + "|" + column;
    }

    String place() {
        return name() + "|" + key;
    }
}
