package cn.dangjian.organization.people.personal;

/** The place of a value: it decrypts nowhere else. */
public record Field(String table, String column, long id) {

    String place() {
        return table + "|" + column + "|" + id;
    }
}
