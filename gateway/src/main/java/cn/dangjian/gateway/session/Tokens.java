package cn.dangjian.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What identity's token endpoint answers.
 *
 * @param me who it is; null if nobody asked for it, or if it was not to be had
 */
record Tokens(
        @JsonProperty("access_token") @Nullable String access,
        @JsonProperty("refresh_token") @Nullable String refresh,
        @JsonProperty("expires_in") long seconds,
        @Nullable JsonNode me) {

    @Override
    public String toString() {
        return "Tokens";
    }
}
