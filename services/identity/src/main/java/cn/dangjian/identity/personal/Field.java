package cn.dangjian.identity.personal;

/** The place of a value: it decrypts nowhere else. */
public record Field(String table, String column, long id) {

    String name() {
        return table + "|" + column;
    }

    String place() {
        return name() + "|" + id;
    }
}
