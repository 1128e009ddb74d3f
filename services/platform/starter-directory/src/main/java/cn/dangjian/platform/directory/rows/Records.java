package cn.dangjian.platform.directory.rows;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Makes records of rows by the names of their columns, {@code fromOn} of {@code from_on}. Which column is which component is
 * found once for a statement: Spring's own mapper looks for {@code fromOn} in each row first, and pays an exception for it.
 */
public final class Records<T> implements RowMapper<T> {

    private static final ConversionService CONVERSIONS = DefaultConversionService.getSharedInstance();

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };

    private final Class<T> type;
    private final Shape shape;
    private int @Nullable [] columns;

    private Records(Class<T> type) {
        this.type = type;
        this.shape = SHAPES.get(type);
    }

    /**
     * For one statement, and not for another one after it.
     *
     * @throws IllegalArgumentException if the type is no record
     */
    public static <T> RowMapper<T> of(Class<T> type) {
        return new Records<>(type);
    }

    /** What a record is made of. */
    private record Shape(Constructor<?> constructor, List<String> names, List<TypeDescriptor> types) {

        static Shape of(Class<?> type) {
            if (!type.isRecord()) throw new IllegalArgumentException("No record: " + type);
            var constructor = BeanUtils.getResolvableConstructor(type);
            var names = List.of(BeanUtils.getParameterNames(constructor));
            var types = new TypeDescriptor[names.size()];
            Arrays.setAll(types, i -> new TypeDescriptor(new MethodParameter(constructor, i)));
            return new Shape(constructor, names, List.of(types));
        }

        int[] columns(ResultSet row) throws SQLException {
            var labels = row.getMetaData();
            int[] columns = new int[names.size()];
            for (int i = 0; i < columns.length; i++) columns[i] = column(labels, names.get(i));
            return columns;
        }

        private static int column(ResultSetMetaData labels, String name) throws SQLException {
            int found = find(labels, name);
            if (found == 0) found = find(labels, JdbcUtils.convertPropertyNameToUnderscoreName(name));
            if (found == 0) throw new SQLException("No column for " + name);
            return found;
        }

        private static int find(ResultSetMetaData labels, String name) throws SQLException {
            for (int i = 1; i <= labels.getColumnCount(); i++)
                if (name.equalsIgnoreCase(JdbcUtils.lookupColumnName(labels, i))) return i;
            return 0;
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        int[] known = columns;
        if (known == null) columns = known = shape.columns(row);
        var values = new @Nullable Object[known.length];
        for (int i = 0; i < known.length; i++)
            values[i] = value(row, known[i], shape.types().get(i));
        return type.cast(BeanUtils.instantiateClass(shape.constructor(), values));
    }

    private static @Nullable Object value(ResultSet row, int column, TypeDescriptor type) throws SQLException {
        var value = JdbcUtils.getResultSetValue(row, column, type.getType());
        return type.getObjectType().isInstance(value) ? value : CONVERSIONS.convert(value, type);
    }
}
