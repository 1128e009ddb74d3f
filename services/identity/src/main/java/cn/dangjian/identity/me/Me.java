package cn.dangjian.identity.me;

import cn.dangjian.identity.account.Person;
import cn.dangjian.identity.me.MeQueries.MeView;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What an account may know about itself, for an answer of another door. */
@Component
public class Me {

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final MeQueries queries;
    private final JsonMapper json;

    Me(MeQueries queries, JsonMapper json) {
        this.queries = queries;
        this.json = json;
    }

    /** The same as {@code GET /v1/me}; empty if there is no such account. */
    public Map<String, Object> of(Person person) {
        return queries.findMe(person).map(this::fields).orElse(Map.of());
    }

    private Map<String, Object> fields(MeView me) {
        return json.convertValue(me, FIELDS);
    }
}
