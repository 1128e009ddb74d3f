package cn.dangjian.organization.register.entry;

import cn.dangjian.testkit.Api;
import tools.jackson.databind.JsonNode;

/** Reads the register as its township, or as somebody else. */
abstract class RegisterReader extends EmptyRegister {

    RegisterReader(String code) {
        super(code);
    }

    JsonNode read(long unit, String query) {
        return get("/" + unit + query, township).json();
    }

    Api.Answer get(String path, long caller) {
        return api.get("/v1/register-units" + path).as(tokens.at(caller)).send();
    }
}
