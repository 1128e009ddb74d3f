package cn.dangjian.gateway.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What identity's token endpoint answers. */
record Tokens(
        @JsonProperty("access_token") @Nullable String access,
        @JsonProperty("refresh_token") @Nullable String refresh,
        @JsonProperty("expires_in") long seconds) {

    @Override
    public String toString() {
        return "Tokens";
    }
}
