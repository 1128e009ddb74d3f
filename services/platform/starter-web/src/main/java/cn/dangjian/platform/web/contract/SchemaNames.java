package cn.dangjian.platform.web.contract;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How types are called in the OpenAPI document: by their room, the types around them and their own name
 * ({@code register.RegisterViews.UnitView}), because rooms have types of the same names, and a document in which two of
 * them fall together tells lies about one; a wing is not named. Types of libraries and of the starters have their own
 * names, and stand behind what they hold ({@code register.RegisterViews.UnitView.Page}).
 */
class SchemaNames extends TypeNameResolver {

    private static final String HOUSE = "cn.dangjian.";
    /** How many words of a package's name come before the room: cn, dangjian and the service's. */
    private static final int SERVICE = 3;

    private static final String STARTERS = HOUSE + "platform.";

    private final Map<String, Class<?>> types = new ConcurrentHashMap<>();

    /** Which type a schema was made of. */
    Optional<Class<?>> type(String schema) {
        return Optional.ofNullable(types.get(schema));
    }

    @Override
    public String nameForType(JavaType type, Set<Options> options) {
        String name = super.nameForType(type, options);
        types.put(name, type.getRawClass());
        return name;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        boolean house = type.getRawClass().getPackageName().startsWith(HOUSE);
        if (!house || type.containedTypeCount() != 1) return super.nameForGenericType(type, options);
        return nameForType(type.containedType(0), options) + "."
                + type.getRawClass().getSimpleName();
    }

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        String place = type.getPackageName();
        if (!place.startsWith(HOUSE) || (place.startsWith(STARTERS) && !type.isMemberClass())) {
            return super.nameForClass(type, options);
        }
        var words = new ArrayList<String>();
        for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
            words.add(around.getSimpleName());
        }
        var house = place.split("\\.", -1);
        if (house.length > SERVICE) words.add(house[house.length - 1]);
        Collections.reverse(words);
        return String.join(".", words);
    }
}
