package cn.dangjian.platform.seals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the sealed values of a table stand. An index begins with the column of the key.
 *
 * @param name of the table
 * @param place the columns of its primary key; their values, joined by a hyphen, are the key of a {@link Field}
 * @param keyColumn says under which key the values of a row are; null with none
 * @param values that share that key
 * @param atOnce how many rows are put under another key in one transaction
 */
public record SealedTable(String name, List<String> place, String keyColumn, List<Value> values, int atOnce) {

    private static final int MANY = 200;

    /**
     * A sealed value.
     *
     * @param column that holds it
     * @param field its name as a {@link Field}
     * @param plain the column in which it stood before it was sealed, of rows without a key; null if there are none
     */
    public record Value(
            String column, String field, @Nullable String plain) {}

    /** A table whose rows say in {@code seal_key} under which key they are. */
    public static SealedTable of(String name, String... place) {
        return new SealedTable(name, List.of(place), "seal_key", List.of(), MANY);
    }

    public SealedTable keyedBy(String column) {
        return new SealedTable(name, place, column, values, atOnce);
    }

    public SealedTable value(String column, String field) {
        return with(new Value(column, field, null));
    }

    public SealedTable value(String column, String field, String plain) {
        return with(new Value(column, field, plain));
    }

    public SealedTable atOnce(int rows) {
        return new SealedTable(name, place, keyColumn, values, rows);
    }

    boolean hasPlain() {
        return values.stream().anyMatch(value -> value.plain() != null);
    }

    private SealedTable with(Value value) {
        var all = new ArrayList<>(values);
        all.add(value);
        return new SealedTable(name, place, keyColumn, List.copyOf(all), atOnce);
    }
}
