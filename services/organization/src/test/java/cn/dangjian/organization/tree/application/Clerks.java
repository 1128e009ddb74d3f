package cn.dangjian.organization.tree.application;

import cn.dangjian.testkit.Api;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A province whose units ask and send, each named by its code without the province's. */
public abstract class Clerks extends Province {

    protected Clerks(String code, List<String> emptied) {
        super(code, emptied);
    }

    protected Api.Answer post(String who, String path, Object body) {
        return api.post(path, body).as(tokens.at(divisions.unit(who))).key().send();
    }

    protected JsonNode get(String who, String path) {
        return api.get(path).as(tokens.at(divisions.unit(who))).send().json();
    }
}
